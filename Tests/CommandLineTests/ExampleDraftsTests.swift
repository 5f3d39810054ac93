import Foundation
import StetTestSupport
import Testing

/// Runs the command over the drafts in `Examples/` and compares its reports and fixes with those beside them.
/// `make record` writes them anew.
@Suite struct ExampleDraftsTests {
  static let drafts = ["article.md", "clean-report.txt", "damaged-report.txt", "name-list.md"]

  @Test(arguments: drafts)
  func isReportedAsShown(draft: String) throws {
    let run = try stet("lint", "Examples/\(draft)")
    try expect(run.output + run.errors, "\(stem(draft)).report.txt")
  }

  @Test(arguments: drafts)
  func isFixedAsShown(draft: String) throws {
    let fixed = try stet("fix", "-q", "--stdin-filename", draft, "-", input: source(draft))
    try expect(fixed.output, "\(stem(draft)).fixed.\(draft.split(separator: ".").last ?? "")")
    #expect(try stet("fix", "-q", "--stdin-filename", draft, "-", input: fixed.output).output == fixed.output, "a second time")
  }

  @Test func aReportIsTheSameInJSON() throws {
    try expect(try stet("lint", "-f", "json", "Examples/damaged-report.txt").output, "damaged-report.report.json")
  }

  /// It has every fault that the clean one has not.
  @Test func aDamagedReportShowsEveryKindOfFault() throws {
    let faults = [
      "boilerplate", "forbidden-term", "foreign-script", "mixed-script", "name-calque", "name-variant", "orphan-punctuation",
      "repeated-words", "split-name", "untranslated-acronym",
    ]
    let run = try stet("lint", "Examples/damaged-report.txt")
    #expect(faults.filter { !run.output.contains("[\($0)]") } == [])
    #expect(run.exit == 1)
  }

  @Test func aCleanReportGivesNothing() throws {
    let run = try stet("lint", "--fail-on", "note", "Examples/clean-report.txt")
    #expect(run.output == "")
    #expect(run.exit == 0)
    #expect(try stet("fix", "-q", "-", input: source("clean-report.txt")).output == source("clean-report.txt"))
  }

  /// Nothing lies in the folder that is no draft and belongs to none.
  @Test func everyFileBelongsToADraft() throws {
    let stems = Set(Self.drafts.map(stem))
    let strangers = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).filter { name in
      name != "README.md" && !stems.contains(stem(name))
    }
    #expect(strangers.sorted() == [])
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  private static let folder = root.appending(path: "Examples")
  private static let glossaries = ["ukraine-people", "ukraine-places", "ukraine-terms"]

  /// The command is built beside the tests.
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "stet")

  private func stem(_ name: String) -> String { String(name.prefix { $0 != "." }) }

  private func source(_ draft: String) throws -> String {
    try String(contentsOf: Self.folder.appending(path: draft), encoding: .utf8)
  }

  private func expect(_ text: String, _ name: String) throws { try Golden.expect(text, equals: "../../Examples/\(name)") }

  /// Runs a command at the repository's root with the shipped glossaries.
  private func stet(_ command: String, _ arguments: String..., input: String = "") throws -> (output: String, errors: String, exit: Int32) {
    let scratch = URL(filePath: NSTemporaryDirectory()).appending(path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    let files = try ["in", "out", "err"].map { name in
      let file = scratch.appending(path: name)
      try Data((name == "in" ? input : "").utf8).write(to: file)
      return file
    }
    let process = Process()
    process.executableURL = Self.program
    process.arguments = [command] + Self.glossaries.flatMap { ["-g", $0] } + arguments
    process.currentDirectoryURL = Self.root
    process.standardInput = try FileHandle(forReadingFrom: files[0])
    process.standardOutput = try FileHandle(forWritingTo: files[1])
    process.standardError = try FileHandle(forWritingTo: files[2])
    try process.run()
    process.waitUntilExit()
    let texts = try files.map { try String(contentsOf: $0, encoding: .utf8) }
    return (texts[1], texts[2], process.terminationStatus)
  }
}
