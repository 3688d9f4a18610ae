import Crypto
import Foundation
import KapTimeline

/// A person as the chart keeps them: their keys, wrapped under their passphrase.
struct PersonRow: Sendable {
  let person: Person
  let stretching: Stretching
  let salt: Data
  /// The chart's data key, wrapped.
  let dataKey: Data
  /// The key that verifies what they sign.
  let verifyingKey: Data
  /// The key they sign with, wrapped.
  let signingKey: Data
  /// Kept free for a second key, of process notes that only therapists read.
  let secondKey: Data?

  /// The hash of all of it, by which an accident to the row is told from a wrong passphrase.
  var digest: Data {
    var hash = SHA256()
    hash.update(data: context)
    for part in [salt, dataKey, verifyingKey, signingKey, secondKey ?? Data()] {
      hash.update(data: Data(bigEndian: UInt32(clamping: part.count)))
      hash.update(data: part)
    }
    return Data(hash.finalize())
  }

  /// What the wrapped keys are bound to: they open for this name, role and cost only.
  private var context: Data { Self.context(of: person, stretching) }

  private static func context(of person: Person, _ stretching: Stretching) -> Data {
    let cost = "\(stretching.rounds) \(stretching.blockSize) \(stretching.parallelism)"
    return Data("kap person 1 \(cost) \(person.role.rawValue) \(person.name)".utf8)
  }

  /// Wraps a data key and a new signing key for a person.
  init(
    _ person: Person,
    passphrase: String,
    stretching: Stretching,
    dataKey: SymmetricKey
  ) throws {
    let salt = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0.prefix(16)) }
    let seal = Seal(key: try stretching.key(from: passphrase, salt: salt))
    let signing = Curve25519.Signing.PrivateKey()
    let context = Self.context(of: person, stretching)
    self.init(
      person: person,
      stretching: stretching,
      salt: salt,
      dataKey: try seal.closing(
        dataKey.withUnsafeBytes { Data($0) },
        in: context + Data(" data".utf8)
      ),
      verifyingKey: signing.publicKey.rawRepresentation,
      signingKey: try seal.closing(
        signing.rawRepresentation,
        in: context + Data(" signing".utf8)
      ),
      secondKey: nil
    )
  }

  init(
    person: Person,
    stretching: Stretching,
    salt: Data,
    dataKey: Data,
    verifyingKey: Data,
    signingKey: Data,
    secondKey: Data?
  ) {
    self.person = person
    self.stretching = stretching
    self.salt = salt
    self.dataKey = dataKey
    self.verifyingKey = verifyingKey
    self.signingKey = signingKey
    self.secondKey = secondKey
  }

  /// The keys, or nil when the passphrase does not open them.
  func unlock(_ passphrase: String) throws -> (SymmetricKey, Curve25519.Signing.PrivateKey)? {
    let seal = Seal(key: try stretching.key(from: passphrase, salt: salt))
    guard let data = seal.opening(dataKey, in: context + Data(" data".utf8)),
      let raw = seal.opening(signingKey, in: context + Data(" signing".utf8))
    else { return nil }
    return (SymmetricKey(data: data), try Curve25519.Signing.PrivateKey(rawRepresentation: raw))
  }
}
