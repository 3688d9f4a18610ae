import Foundation

/// Steps that bring a record of an old schema up to date as it is read; its bytes never change.
///
/// A chart and a log of every schema stay among the tests.
package struct Upcasting: Sendable {
  /// Makes of a record's members under one schema those under the next.
  package typealias Step = @Sendable ([String: JSONValue]) throws -> [String: JSONValue]

  private let steps: [Int: Step]

  /// Creates steps, each named by the schema it starts from.
  package init(_ steps: [Int: Step]) { self.steps = steps }

  /// All steps from any schema that was ever released.
  ///
  /// From 1 to 2 the instants in data became timestamps; an instant is read in either form.
  package static let known = Upcasting([1: { $0 }])

  func upcast(_ bytes: Data, from version: Int) throws -> Data {
    var members = try JSONDecoder().decode([String: JSONValue].self, from: bytes)
    for schema in version..<RecordCodec.schema {
      guard let step = steps[schema] else { throw RecordError.forgottenSchema(version) }
      members = try step(members)
    }
    return try JSONEncoder().encode(members)
  }
}
