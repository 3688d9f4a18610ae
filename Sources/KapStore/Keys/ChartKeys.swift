import Crypto
import Foundation
import KapRecord

/// The keys of an unlocked chart, all derived from its one data key.
struct ChartKeys: Sendable {
  /// Seals records, heads and openings.
  let records: Seal
  /// Seals drafts.
  let drafts: Seal
  /// Vouches for the lines of the heads file.
  private let heads: SymmetricKey
  /// The data key itself, to be wrapped for another person.
  let dataKey: SymmetricKey

  init(dataKey: SymmetricKey) {
    func derived(_ purpose: String) -> SymmetricKey {
      HKDF<SHA256>.deriveKey(
        inputKeyMaterial: dataKey,
        info: Data("kap \(purpose) 1".utf8),
        outputByteCount: 32
      )
    }
    self.dataKey = dataKey
    records = Seal(key: derived("records"))
    drafts = Seal(key: derived("drafts"))
    heads = derived("heads")
  }

  /// What vouches for a line of the heads file, as sixty-four hexadecimal digits.
  func code(for line: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: Data(line.utf8), using: heads)
    return Link(bytes: Data(code))?.text ?? ""
  }
}
