import StetKit
import StetReports

/// What goes to the terminal outside reports.
enum Console {
  /// A line to standard error: all that is no finding.
  static func tell(_ text: String) { _ = StandardStream.error.write(Array((text + "\n").utf8)) }

  /// What went wrong, with the program's name, as a newsroom's log will show it: on one line, whatever a
  /// file is called, so that no name can pass for a line of its own.
  static func complain(_ text: String) { tell("stet: " + oneLine(text)) }

  /// Text to standard output, for commands whose answer is no report.
  ///
  /// - Throws: The end of the run when it cannot be written.
  static func print(_ text: String) throws {
    let line = text.hasSuffix("\n") ? text : text + "\n"
    guard case .failed(let error) = StandardStream.output.write(Array(line.utf8)) else { return }
    complain(error.description)
    throw End(.failure)
  }
}

/// Where a report goes: a standard stream as it comes, or a file, whole, at the end.
struct Output {
  private let file: Path?
  private let stream: StandardStream
  private var pending: [UInt8] = []
  /// Nobody reads any more, or writing failed.
  private(set) var isClosed = false
  private(set) var failure: FileError?

  init(file: Path?, stream: StandardStream = .output) {
    self.file = file
    self.stream = stream
  }

  mutating func write(_ text: String) { write(Array(text.utf8)) }

  mutating func write(_ bytes: [UInt8]) {
    guard !isClosed, !bytes.isEmpty else { return }
    if file == nil { send(bytes) } else { pending += bytes }
  }

  /// Writes what there is to write.
  mutating func finish() {
    guard let file, !isClosed else { return }
    isClosed = true
    do throws(FileError) { try Files.write(pending, to: file) } catch { failure = error }
  }

  private mutating func send(_ bytes: [UInt8]) {
    switch stream.write(bytes) {
    case .written: break
    case .readerLeft: isClosed = true
    case .failed(let error): (isClosed, failure) = (true, error)
    }
  }
}
