import Foundation

/// Where the program under test lies: beside the tests that were built with it.
package enum ProgramPlace {
  /// The path of `kap`.
  package static var path: String {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") } ?? .main
    let runner =
      bundle.bundleURL.path.hasSuffix(".xctest") ? bundle.bundleURL : bundle.executableURL
    let folder = runner?.deletingLastPathComponent() ?? bundle.bundleURL
    return folder.appendingPathComponent("kap").path
  }
}

extension String {
  /// The text as one word of a shell's line.
  package var quotedForShell: String {
    "'" + replacingOccurrences(of: "'", with: "'\\''") + "'"
  }
}
