/// How an eye sees colour.
enum ColourVision: String, CaseIterable {
  case usual = "usual colour vision"
  case protanopia
  case deuteranopia
  case tritanopia

  /// The colour as this eye sees it.
  ///
  /// Machado, Oliveira and Fernandes 2009, severity 1.0, on amounts of light.
  func sees(_ colour: Colour) -> Colour {
    guard let matrix else { return colour }
    let light = colour.light
    let seen = matrix.map { $0.0 * light.red + $0.1 * light.green + $0.2 * light.blue }
    return Colour(light: seen[0], seen[1], seen[2])
  }

  private var matrix: [(Double, Double, Double)]? {
    switch self {
    case .usual: nil
    case .protanopia:
      [
        (0.152_286, 1.052_583, -0.204_868),
        (0.114_503, 0.786_281, 0.099_216),
        (-0.003_882, -0.048_116, 1.051_998),
      ]
    case .deuteranopia:
      [
        (0.367_322, 0.860_646, -0.227_968),
        (0.280_085, 0.672_501, 0.047_413),
        (-0.011_820, 0.042_940, 0.968_881),
      ]
    case .tritanopia:
      [
        (1.255_528, -0.076_749, -0.178_779),
        (-0.078_411, 0.930_809, 0.147_602),
        (0.004_733, 0.691_367, 0.303_900),
      ]
    }
  }
}
