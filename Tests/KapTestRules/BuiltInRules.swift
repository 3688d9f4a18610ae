import KapSettings
package import KapTimeline
import Synchronization

/// The protocols that come with the program, each read once for all tests: to read one takes longer
/// than most of them.
private let kept = Mutex<[String: ClinicProtocol]>([:])

/// The protocol of a name as the program brings it.
package func builtInRules(_ name: String) throws -> ClinicProtocol {
  try kept.withLock { kept in
    if let rules = kept[name] { return rules }
    let rules = try ProtocolLibrary().protocol(named: name)
    kept[name] = rules
    return rules
  }
}
