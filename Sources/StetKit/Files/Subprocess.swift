import Glibc

/// A program run to its end, with nothing on its standard input.
struct Subprocess {
  let output: [UInt8]
  let errors: [UInt8]
  /// 127 when there is no such program.
  let exitCode: Int32

  /// - Parameter without: Names of environment variables that the program must not see.
  static func run(_ program: String, _ arguments: [[UInt8]], without removed: Set<String> = []) throws(SystemCode) -> Subprocess {
    let output = try Pipe(), errors = try Pipe()
    let environment = environmentLines().filter { !removed.contains(String(decoding: $0.prefix { $0 != UInt8(ascii: "=") }, as: UTF8.self)) }
    let process: pid_t
    do throws(SystemCode) {
      process = try spawn(program, [Array(program.utf8)] + arguments, environment, output.writing.number, errors.writing.number)
    } catch {
      // EACCES: not found either, and a folder of PATH could not be looked into.
      if error.number == ENOENT || error.number == EACCES { return Subprocess(output: [], errors: [], exitCode: 127) }
      throw error
    }
    let collected = try drain(output.closingWriter(), errors.closingWriter())
    var status: Int32 = 0
    _ = try retrying { unsafe waitpid(process, &status, 0) }
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Subprocess(output: collected.0, errors: collected.1, exitCode: code)
  }

  /// The variables this process was started with, as `NAME=value`.
  private static func environmentLines() -> [[UInt8]] {
    let raw = (try? Files.read(Path("/proc/self/environ")).bytes) ?? []
    return raw.split(separator: 0).map(Array.init)
  }

  private static func spawn(
    _ program: String, _ arguments: [[UInt8]], _ environment: [[UInt8]], _ output: Int32, _ errors: Int32
  ) throws(SystemCode) -> pid_t {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, errors, 2)
    var process: pid_t = 0
    let code = unsafe withCStrings(arguments) { argv in
      unsafe withCStrings(environment) { envp in unsafe posix_spawnp(&process, program, &actions, nil, argv, envp) }
    }
    if code != 0 { throw SystemCode(number: code) }
    return process
  }

  /// Reads both at once: a program that fills one while the other is read would wait for ever.
  private static func drain(
    _ output: consuming Descriptor, _ errors: consuming Descriptor
  ) throws(SystemCode) -> ([UInt8], [UInt8]) {
    var bytes: [[UInt8]] = [[], []]
    var polled = [pollfd(fd: output.number, events: Int16(POLLIN), revents: 0), pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0)]
    while polled.contains(where: { $0.fd >= 0 }) {
      _ = try retrying { unsafe poll(&polled, nfds_t(polled.count), -1) }
      for i in polled.indices where polled[i].fd >= 0 && polled[i].revents != 0 {
        let count = i == 0 ? try output.read(into: &bytes[0], room: 1 << 16) : try errors.read(into: &bytes[1], room: 1 << 16)
        if count == 0 { polled[i].fd = -1 }
      }
    }
    return (bytes[0], bytes[1])
  }
}

private struct Pipe: ~Copyable {
  let reading: Descriptor
  let writing: Descriptor

  init() throws(SystemCode) {
    var ends: [Int32] = [0, 0]
    _ = try retrying { unsafe pipe(&ends) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    reading = Descriptor(number: ends[0])
    writing = Descriptor(number: ends[1])
  }

  /// The reading end; the writing one is the child's alone from now on, or the end never comes.
  consuming func closingWriter() -> Descriptor { reading }
}

/// C's array of strings with a null at its end, alive during the call.
private func withCStrings<Result>(
  _ strings: [[UInt8]], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
  let copies = unsafe strings.map { string in
    let copy = UnsafeMutablePointer<CChar>.allocate(capacity: string.count + 1)
    for (i, byte) in string.enumerated() { unsafe copy[i] = CChar(bitPattern: byte) }
    unsafe copy[string.count] = 0
    return unsafe copy
  }
  defer { for unsafe copy in unsafe copies { unsafe copy.deallocate() } }
  return unsafe body(copies.map { unsafe Optional($0) } + [nil])
}
