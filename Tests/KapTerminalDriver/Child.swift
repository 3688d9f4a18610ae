import Foundation

/// A program started as the leader of a session of its own, with no signal blocked or ignored.
///
/// Foundation's `Process` hands on the signals that the thread which starts it has blocked, and those
/// that run tests have most blocked: a program so started could not be told to end.
struct Child {
  let processIdentifier: Int32

  /// What the system refused.
  struct Refusal: Error {
    let words: String
  }

  /// What the program has as its first three files.
  enum Files {
    /// A terminal, which becomes the one of its session.
    case terminal(String)
    /// Descriptors for standard input and output; nothing for its talk.
    case pipes(input: Int32, output: Int32)
  }

  /// Starts a program with its arguments, the first of which is its path.
  init(_ arguments: [String], environment: [String: String], files: Files) throws {
    #if canImport(Darwin)
    var actions: posix_spawn_file_actions_t?
    var attributes: posix_spawnattr_t?
    let newSession: Int32 = 0x400
    #else
    var actions = posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    let newSession: Int32 = 0x80
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    switch files {
    case .terminal(let path):
      // The first terminal that the leader of a session opens becomes the one that session has.
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .pipes(let input, let output):
      posix_spawn_file_actions_adddup2(&actions, input, 0)
      posix_spawn_file_actions_adddup2(&actions, output, 1)
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    var (all, none) = (sigset_t(), sigset_t())
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = newSession | Int32(POSIX_SPAWN_SETSIGDEF) | Int32(POSIX_SPAWN_SETSIGMASK)
    posix_spawnattr_setflags(&attributes, Int16(flags))

    let words = arguments.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + variables { free(text) } }
    var child: pid_t = 0
    let outcome = posix_spawn(&child, arguments[0], &actions, &attributes, words, variables)
    guard outcome == 0 else { throw Refusal(words: "\(arguments[0]): error \(outcome)") }
    processIdentifier = child
  }

  /// What the program ended with, or the signal, negative; nil while it runs.
  func status() -> Int32? {
    var raw: Int32 = 0
    guard waitpid(processIdentifier, &raw, WNOHANG) == processIdentifier else { return nil }
    return raw & 0x7F == 0 ? (raw >> 8) & 0xFF : -(raw & 0x7F)
  }

  /// Ends the program if it has not ended.
  func endAtOnce() {
    kill(processIdentifier, SIGKILL)
    waitpid(processIdentifier, nil, 0)
  }
}
