import Foundation
import StetTestSupport
import Testing

/// What `make install` puts beside the command.
@Suite struct ManualTests {
  @Test func thePageSaysWhatTheCommandSays() throws {
    let version = try output("--version").trimmingCharacters(in: .whitespacesAndNewlines)
    let page = try ManualPage(dump: Data(try output("--experimental-dump-help").utf8), version: version)
    try Golden.expect(page.text, equals: "../../.github/man/stet.1")
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func everyShellIsHelped(shell: String) throws {
    let script = try output("--generate-completion-script", shell)
    for word in ["lint", "format", "checkstyle", "split-name"] { #expect(script.contains(word), "\(shell) \(word)") }
  }

  /// The command is built beside the tests.
  private static let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "stet")

  private func output(_ arguments: String...) throws -> String {
    let process = Process(), pipe = Pipe()
    process.executableURL = Self.program
    process.arguments = arguments
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
