import Foundation

/// A file that holds what Stet is expected to print.
///
/// With `STET_RECORD=1` in the environment it is written instead of compared, and the test fails all the same: a run that
/// records proves nothing.
public enum Golden {
  /// Compares bytes with a file beside the test.
  ///
  ///     try Golden.expect(report, equals: "Golden/one-error.txt")
  public static func expect(_ actual: String, equals name: String, from test: String = #filePath) throws {
    let file = URL(filePath: test).deletingLastPathComponent().appending(path: name)
    if isRecording {
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
      throw Mismatch(description: "recorded \(name); look at it, then test again without STET_RECORD")
    }
    guard let data = try? Data(contentsOf: file) else {
      throw Mismatch(description: "\(name) is missing: STET_RECORD=1 swift test writes it")
    }
    if data != Data(actual.utf8) {
      throw Mismatch(description: difference(expected: String(decoding: data, as: UTF8.self), actual: actual, name))
    }
  }

  public static var isRecording: Bool { ProcessInfo.processInfo.environment["STET_RECORD"] != nil }

  /// Why a golden file does not fit.
  public struct Mismatch: Error, CustomStringConvertible {
    public let description: String
  }

  private static func difference(expected: String, actual: String, _ name: String) -> String {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = actual.split(separator: "\n", omittingEmptySubsequences: false)
    let line = zip(old, new).prefix { $0 == $1 }.count
    func show(_ lines: [Substring]) -> String { line < lines.count ? String(lines[line]).debugDescription : "the end" }
    return "line \(line + 1) of \(name):\n  expected \(show(old))\n  got      \(show(new))"
  }
}
