import Foundation
import StetTestSupport
import Testing

/// Runs what the README and the pages for users show. `make record` writes down what really happens.
@Suite struct PageTests {
  @Test(arguments: ["README.md", ".github/GLOSSARIES.md", ".github/NAMES.md"])
  func showsWhatHappens(page: String) throws {
    let scratch = URL(filePath: NSTemporaryDirectory()).resolvingSymlinksInPath().appending(path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: scratch) }
    try FileManager.default.copyItem(at: Self.root.appending(path: "Glossaries"), to: scratch.appending(path: "Glossaries"))
    let text = try String(contentsOf: Self.root.appending(path: page), encoding: .utf8)
    try Golden.expect(Transcript(text).replayed(in: scratch, programs: Self.programs), equals: "../../\(page)")
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  /// The command is built beside the tests.
  private static let programs = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
}
