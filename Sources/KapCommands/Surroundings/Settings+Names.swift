package import KapSettings
package import KapTimeline

extension ProtocolLibrary {
  /// The protocol that a person names; none of that name is a thing that is not there, rather than
  /// a bad file.
  package func rules(named name: String) throws -> ClinicProtocol {
    do {
      return try self.protocol(named: name)
    } catch {
      guard case .unknown = error else { throw error }
      throw CommandError(.noInput, error.description)
    }
  }
}

/// The word among `known` that somebody probably meant, if one is near.
package func suggestion(for word: String, among known: [String]) -> String? {
  nearest(to: word, among: known)
}
