import Foundation
import Testing

/// A draft that is read in parts is reported on as if it were read whole. The size from which it is so is lowered, so that
/// the drafts need not be huge.
@Suite final class HugeDraftTests {
  private let folder = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().appending(path: "stet-\(UUID().uuidString)")
  private static let partly = ["--parts-from", "40000"]

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let fault = "They met in Kiev on Monday, and the the mayor came.\n\n", fine = "Nobody said a word about “it” — until Friday.\r\n\r\n"
    let passage =
      String(repeating: fine, count: 40) + fault + "A river [sic] runs there.\n\n"
      + "<!-- stet-disable-next-line -- a song -->\nThe the end.\n\n"
    for (name, count) in [("a.md", 1), ("b.md", 60), ("c.txt", 1), ("d.txt", 60)] {
      try Data(String(repeating: passage, count: count).utf8).write(to: folder.appending(path: name))
    }
    try Data("glossary: test\nlanguage: en\nentries:\n  - {term: Kyiv, kind: place, forbid: [Kiev]}\n".utf8)
      .write(to: folder.appending(path: "test.yml"))
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test(arguments: ["text", "unix", "json", "jsonl", "sarif"]) func theReportIsTheSame(format: String) throws {
    let arguments = ["-f", format, "--show-suppressed", "--statistics", "."]
    let whole = try lint(arguments)
    #expect(whole.exit == 1 && whole.output.count > 10_000)
    for jobs in ["1", "2", "5"] { #expect(try lint(Self.partly + ["-j", jobs] + arguments) == whole) }
  }

  /// Were it not read in parts, this would not be told apart.
  @Test func itIsReadInParts() throws {
    let text = String(repeating: "The U.S. envoy met the U.S. team; the US side was silent.\n\n", count: 3000)
    try Data(text.utf8).write(to: folder.appending(path: "e.md"))
    let run = try lint(Self.partly + ["--select", "inconsistent-style", "e.md"])
    #expect(run.output.contains("this is told once, of lines 1 to ") && run.output.split(separator: "mixed styles").count == 2)
    #expect(try !lint(["--select", "inconsistent-style", "e.md"]).output.contains("this is told once"))
  }

  @Test func nothingIsPrintedOfADraftWithAFaultyByteAtItsEnd() throws {
    let file = folder.appending(path: "b.md")
    try (Data(contentsOf: file) + Data([0xFF])).write(to: file)
    let run = try lint(Self.partly + ["-f", "jsonl", "b.md"])
    #expect(run.exit == 2 && run.output.hasPrefix("{\"path\": \"b.md\", \"findings\": [], \"failure\": \"the bytes do not fit UTF-8"))
    #expect(try run == lint(["-f", "jsonl", "b.md"]))
  }

  @Test func whoStopsReadingStopsTheRun() throws {
    let run = try shell("\"$0\" lint --parts-from 40000 -q -g test.yml . | head -n 1")
    #expect(run.output.split(separator: "\n").count == 1 && run.errors == "")
  }

  private struct Run: Equatable {
    let output: String
    let errors: String
    let exit: Int32
  }

  private func lint(_ arguments: [String]) throws -> Run {
    try shell("exec \"$0\" lint -g test.yml \"$@\"", arguments)
  }

  private func shell(_ script: String, _ arguments: [String] = []) throws -> Run {
    let output = folder.appending(path: ".out"), errors = folder.appending(path: ".err"), process = Process()
    for file in [output, errors] { try Data().write(to: file) }
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script, Self.program.path] + arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      output: try String(contentsOf: output, encoding: .utf8), errors: try String(contentsOf: errors, encoding: .utf8),
      exit: process.terminationStatus)
  }

  /// The command is built beside the tests.
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "stet")
}
