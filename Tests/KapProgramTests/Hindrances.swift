import Foundation
import Testing

/// How large the files may grow that a process writes.
enum FileSizeLimit {
  /// Sets the limit in bytes, or lifts it, while the process runs.
  static func set(_ bytes: Int?, of process: Int32) throws {
    // The part before the colon is the one that binds; the other allows it to be lifted again.
    let limit = bytes.map(String.init) ?? "unlimited"
    try Mount.run("prlimit", "--pid", "\(process)", "--fsize=\(limit):")
  }
}

/// Mounts, which only root may make and not every machine's root.
enum Mount {
  struct Refused: Error {}

  /// Whether a disk can be mounted here.
  static let isPossible: Bool = {
    let place = NSTemporaryDirectory() + "kap-mount-\(UUID().uuidString)"
    guard geteuid() == 0, mkdir(place, 0o700) == 0 else { return false }
    defer { rmdir(place) }
    guard (try? run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", place)) != nil else {
      return false
    }
    return (try? run("umount", place)) != nil
  }()

  static func run(_ words: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused() }
  }
}

extension Clinic {
  /// Takes up all the room that is left beside the chart.
  func fillDisk() throws {
    let place = URL(fileURLWithPath: path("chart/filler"))
    try Data().write(to: place)
    let filler = try FileHandle(forWritingTo: place)
    for size in [65_536, 4_096, 512, 1] {
      let bytes = Data(repeating: 0x66, count: size)
      while (try? filler.write(contentsOf: bytes)) != nil {}
    }
    try filler.close()
  }

  /// Gives the room back.
  func makeRoom() throws { try FileManager.default.removeItem(atPath: path("chart/filler")) }

  /// Does something while nobody can write to the chart.
  func withReadOnlyChart(_ body: () throws -> Void) throws {
    let chart = path("chart")
    if geteuid() == 0 {
      try Mount.run("mount", "--bind", chart, chart)
      defer { try? Mount.run("umount", chart) }
      try Mount.run("mount", "-o", "remount,bind,ro", chart)
      try body()
    } else {
      let names = try FileManager.default.contentsOfDirectory(atPath: chart)
      for name in names { chmod("\(chart)/\(name)", 0o400) }
      chmod(chart, 0o500)
      defer {
        chmod(chart, 0o700)
        for name in names { chmod("\(chart)/\(name)", 0o600) }
      }
      try body()
    }
  }
}
