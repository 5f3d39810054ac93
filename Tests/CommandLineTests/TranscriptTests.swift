import Foundation
import StetTestSupport
import Testing

/// Runs every transcript against the built command. `STET_RECORD=1` writes down what really happens instead, for somebody
/// to read; that run fails.
@Suite struct TranscriptTests {
  @Test(arguments: try files())
  func tellsTheTruth(name: String) throws {
    let file = TranscriptTests.folder.appending(path: name)
    let expected = try String(contentsOf: file, encoding: .utf8)
    let scratch = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().appending(path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let actual = try Transcript(expected).replayed(in: scratch, programs: TranscriptTests.programs)
    if ProcessInfo.processInfo.environment["STET_RECORD"] == "1", actual != expected {
      try actual.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): read it before committing")
    } else {
      expectEqual(actual, expected, file)
    }
  }

  /// Points at the first line that differs.
  private func expectEqual(_ actual: String, _ expected: String, _ file: URL) {
    guard actual != expected else { return }
    let lines = [expected, actual].map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
    let number = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    func excerpt(_ lines: [Substring]) -> String { lines[min(number, lines.count)...].prefix(4).joined(separator: "\n") }
    Issue.record(
      "\(file.path):\(number + 1) says\n\(excerpt(lines[0]))\nand what happens is\n\(excerpt(lines[1]))\n(STET_RECORD=1 writes it down)")
  }

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Transcripts")

  /// The command is built beside the tests.
  private static let programs = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()

  private static func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
  }
}
