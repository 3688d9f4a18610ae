import Crypto
import CryptoExtras
import Foundation

/// How hard it is to try passphrases: the parameters of scrypt, kept with each person.
package struct Stretching: Hashable, Sendable {
  /// scrypt's N, a power of two: time and memory.
  package let rounds: Int
  /// scrypt's r: the size of a block.
  package let blockSize: Int
  /// scrypt's p: how often.
  package let parallelism: Int

  /// Parameters that this program is willing to compute, or nil.
  ///
  /// Those of a chart come from its file: one that was tampered with must not take all memory.
  package init?(rounds: Int, blockSize: Int, parallelism: Int) {
    guard (2...1 << 20).contains(rounds), rounds & (rounds - 1) == 0,
      (1...32).contains(blockSize), (1...16).contains(parallelism)
    else { return nil }
    self.init(trusted: rounds, blockSize, parallelism)
  }

  private init(trusted rounds: Int, _ blockSize: Int, _ parallelism: Int) {
    self.rounds = rounds
    self.blockSize = blockSize
    self.parallelism = parallelism
  }

  /// What new people get: about half a second and 32 MB on a machine of today.
  package static let standard = Stretching(trusted: 1 << 15, 8, 3)

  /// No protection at all, for practice charts and tests.
  package static let weakest = Stretching(trusted: 2, 1, 1)

  /// The key that a passphrase gives.
  func key(from passphrase: String, salt: Data) throws -> SymmetricKey {
    // The same passphrase typed on another system may come in another form of Unicode.
    let text = passphrase.precomposedStringWithCanonicalMapping
    return try KDF.Scrypt.deriveKey(
      from: Data(text.utf8),
      salt: salt,
      outputByteCount: 32,
      rounds: rounds,
      blockSize: blockSize,
      parallelism: parallelism
    )
  }
}
