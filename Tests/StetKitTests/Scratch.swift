import Foundation

@testable import StetKit

/// A folder of one test's own, gone when the test lets go of it.
final class Scratch {
  let folder: Path

  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "stet-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    folder = Files.real(Path(url.path)) ?? Path(url.path)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder.display) }

  func path(_ name: String) -> Path { folder.appending(name) }

  /// Writes a file, and the folders above it.
  @discardableResult
  func write(_ name: String, _ text: String = "") throws -> Path {
    let path = path(name)
    try FileManager.default.createDirectory(atPath: path.folder.display, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path.display))
    return path
  }

  func link(_ name: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path(name).display, withDestinationPath: target)
  }

  func text(_ name: String) -> String? { (try? Files.read(path(name))).map { String(decoding: $0.bytes, as: UTF8.self) } }

  func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: folder.display).sorted() }

  /// Runs a program in the folder; its exit code.
  @discardableResult
  func run(_ program: String, _ arguments: String...) throws -> Int32 {
    try Subprocess.run("env", (["-C", folder.display, program] + arguments).map { Array($0.utf8) }).exitCode
  }
}
