import Foundation
import Testing

/// Compares a screen with the one that is kept as text in `Screens`.
///
/// With `KAP_SCREENS=write` in the environment what is seen is written there instead, for a person
/// to read before it is kept.
func expect(
  _ seen: some Watching,
  shows name: String,
  at location: SourceLocation = #_sourceLocation
) throws {
  try expect(seen.screen + "\n", isKeptAs: "Screens/\(name).txt", at: location)
}

/// Compares a text with the file that keeps it; it is written in the same way.
func expect(
  _ seen: String,
  isKeptAs name: String,
  at location: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["KAP_SCREENS"] == "write" {
    try Data(seen.utf8).write(to: file)
    return
  }
  let kept = (try? String(contentsOf: file, encoding: .utf8)) ?? "nothing of this name is kept"
  guard kept != seen else { return }
  let lines = { (text: String) in text.split(separator: "\n", omittingEmptySubsequences: false) }
  let (before, after) = (lines(kept), lines(seen))
  let changes = (0..<max(before.count, after.count)).compactMap { row -> String? in
    let was = row < before.count ? String(before[row]) : ""
    let now = row < after.count ? String(after[row]) : ""
    return was == now ? nil : "\(row + 1) was ┃\(was)┃\n\(row + 1) is  ┃\(now)┃"
  }
  Issue.record(
    "\(name) differs:\n\(changes.joined(separator: "\n"))",
    sourceLocation: location
  )
}
