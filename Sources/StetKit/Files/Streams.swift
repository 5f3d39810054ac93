import Glibc

/// Standard output and standard error, written to directly.
public enum StandardStream: Int32, Sendable {
  case output = 1
  case error = 2

  public var isTerminal: Bool { isatty(rawValue) == 1 }

  /// How wide the terminal is; nil when it is none or does not say.
  public var columns: Int? {
    var size = winsize()
    guard unsafe ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// What became of something written.
  public enum Outcome: Equatable, Sendable {
    case written
    /// The reader has left (`stet lint | head`): no failure, but nothing more need be written.
    case readerLeft
    case failed(FileError)
  }

  public func write(_ bytes: [UInt8]) -> Outcome {
    var at = 0
    while at < bytes.count {
      do throws(SystemCode) {
        at += try retrying {
          unsafe bytes.withUnsafeBytes { unsafe Glibc.write(rawValue, $0.baseAddress?.advanced(by: at), bytes.count - at) }
        }
      } catch {
        switch error.number {
        case EAGAIN: waitUntilWritable()
        case EPIPE: return .readerLeft
        default: return .failed(failure(error))
        }
      }
    }
    return .written
  }

  /// Whoever shares the pipe may have made it non-blocking.
  private func waitUntilWritable() {
    var polled = pollfd(fd: rawValue, events: Int16(POLLOUT), revents: 0)
    _ = unsafe poll(&polled, 1, -1)
  }

  private func failure(_ code: SystemCode) -> FileError {
    FileError("write", self == .output ? "standard output" : "standard error", reason: FileError.reason(of: code.number), code: code.number)
  }
}

/// This process and the machine it runs on.
public enum System {
  /// What must be so before the first file is opened.
  ///
  /// Writing to a pipe without a reader becomes an outcome instead of the process's end. And where a standard stream was
  /// handed over closed, a stand-in takes its number, or the next file to be opened would, and get what was meant for the
  /// stream. The stand-ins open the wrong way round: reading and writing fail as they should.
  public static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    for (stream, mode) in [(Int32(0), O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] where fcntl(stream, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", mode)
    }
  }

  /// Leaves it to other threads to end the process.
  public static func waitForEnd() -> Never { while true { pause() } }

  public static func exit(_ status: RunStatus) -> Never { Glibc.exit(status.rawValue) }

  public static var standardInputIsTerminal: Bool { isatty(0) == 1 }

  public static var cores: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// An environment variable; nil when unset.
  public static func variable(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    return unsafe String(cString: value)
  }

  /// The running program's file, links resolved.
  public static var program: Path? { Files.real(Path("/proc/self/exe")) }

  /// The working folder, absolute.
  public static var workingFolder: Path? { Files.real(.current) }

  /// Seconds since some fixed moment; for measuring how long something takes.
  public static var seconds: Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
