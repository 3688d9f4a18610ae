import Foundation
import KapCanvas

extension BareTerminal {
  /// Opens the end of a new line that screen and keyboard have, and says where the other one is.
  static func openController() throws -> (descriptor: Int32, path: String) {
    let controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
    guard controller >= 0 else { throw Child.Refusal(words: "no pseudo-terminal") }
    #if canImport(Darwin)
    guard grantpt(controller) == 0, unlockpt(controller) == 0, let name = ptsname(controller) else {
      throw Child.Refusal(words: "no pseudo-terminal")
    }
    return (controller, String(cString: name))
    #else
    // glibc hides `unlockpt` and `ptsname` from Swift; these are what they ask of Linux:
    // TIOCSPTLCK and TIOCGPTN.
    var (lock, number): (Int32, Int32) = (0, 0)
    guard ioctl(controller, 0x4004_5431, &lock) == 0, ioctl(controller, 0x8004_5430, &number) == 0
    else { throw Child.Refusal(words: "no pseudo-terminal") }
    return (controller, "/dev/pts/\(number)")
    #endif
  }

  static func resize(_ controller: Int32, _ size: Size) {
    var window = winsize()
    window.ws_row = UInt16(clamping: size.rows)
    window.ws_col = UInt16(clamping: size.columns)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &window)
  }
}
