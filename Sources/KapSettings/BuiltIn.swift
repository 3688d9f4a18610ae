/// The files that the program carries within itself.
enum BuiltIn {
  /// A file by the name it goes by; its bytes are made only when asked for.
  struct File: Sendable {
    let name: String
    let bytes: @Sendable () -> [UInt8]
  }

  /// What protocols have in common; to inherit from, not to choose.
  static let common = ["base", "base-care", "base-scales"]

  static let protocols = [
    File(name: "iv-infusion") { PackageResources.iv_infusion_yaml },
    File(name: "iv-bolus") { PackageResources.iv_bolus_yaml },
    File(name: "im") { PackageResources.im_yaml },
    File(name: "sublingual") { PackageResources.sublingual_yaml },
    File(name: "oral") { PackageResources.oral_yaml },
    File(name: "intranasal") { PackageResources.intranasal_yaml },
    File(name: "esketamine") { PackageResources.esketamine_yaml },
    File(name: "base") { PackageResources.base_yaml },
    File(name: "base-care") { PackageResources.base_care_yaml },
    File(name: "base-scales") { PackageResources.base_scales_yaml },
  ]

  static let themes = [
    File(name: "dark") { PackageResources.dark_yaml },
    File(name: "light") { PackageResources.light_yaml },
    File(name: "night-red") { PackageResources.night_red_yaml },
    File(name: "night-amber") { PackageResources.night_amber_yaml },
    File(name: "high-contrast") { PackageResources.high_contrast_yaml },
    File(name: "cvd-deutan") { PackageResources.cvd_deutan_yaml },
    File(name: "cvd-tritan") { PackageResources.cvd_tritan_yaml },
    File(name: "mono") { PackageResources.mono_yaml },
    File(name: "ansi16") { PackageResources.ansi16_yaml },
  ]
}
