/// What stands on a vial or a device, and who saw it drawn up, as a line of a script says.
struct VialLabel: Hashable {
  /// `50mg`.
  var drawn: String?
  /// The maker's lot, and the last day of use as it is printed.
  var lot: String?
  var expiry: String?
  var witness: String?

  /// Creates one of what marks it alone.
  init(lot: String?, expiry: String?) {
    self.lot = lot
    self.expiry = expiry
  }

  /// Reads `drawn 50mg given 35mg wasted 15mg lot K4471 exp 2027-03 witness jb`.
  init(_ sentence: String) {
    let words = sentence.split(separator: " ").map(String.init)
    func after(_ word: String) -> String? {
      zip(words, words.dropFirst()).first { $0.0 == word }?.1
    }
    (drawn, lot) = (after("drawn"), after("lot"))
    (expiry, witness) = (after("exp"), after("witness"))
  }

  /// `50 mg, lot K4471, expires 2027-03, witness JB`.
  var words: String {
    [
      drawn.map { "\($0.dropLast(2)) mg" }, lot.map { "lot \($0)" },
      expiry.map { "expires \($0)" }, witness.map { "witness \($0.uppercased())" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}
