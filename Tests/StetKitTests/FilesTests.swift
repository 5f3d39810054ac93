import Foundation
import Testing

@testable import StetKit

@Suite struct FilesTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func readsWholeFiles() throws {
    let long = String(repeating: "Kyiv ", count: 100_000)
    try scratch.write("a.md", long)
    #expect(scratch.text("a.md") == long)
    try scratch.write("empty.md")
    #expect(scratch.text("empty.md") == "")
  }

  @Test func saysWhyAFileCannotBeRead() throws {
    try scratch.write("a.md")
    #expect(reason("none.md") == "no such file or folder")
    #expect(reason("a.md/b.md") == "a part of the path is a file, not a folder")
    #expect(reason(".") == "it is a folder")
    #expect(reason("/dev/zero") == "it is a device, not a file")
  }

  @Test func aPipeWithoutAWriterIsNotWaitedFor() throws {
    try scratch.run("mkfifo", "pipe")
    #expect(reason("pipe") == "it is a pipe that nobody writes to")
  }

  @Test func replacesTheTextAndKeepsTheMode() throws {
    let path = try scratch.write("a.md", "Kiev")
    try scratch.run("chmod", "640", "a.md")
    try replace(path, with: "Kyiv")
    #expect(scratch.text("a.md") == "Kyiv")
    #expect(Files.status(of: path)?.permissions == 0o640)
    #expect(try scratch.names() == ["a.md"])
  }

  @Test func replacesALinksTargetAndNotTheLink() throws {
    try scratch.write("folder/a.md", "Kiev")
    try scratch.link("link.md", to: "folder/a.md")
    try replace(scratch.path("link.md"), with: "Kyiv")
    #expect(scratch.text("folder/a.md") == "Kyiv")
    #expect(Files.statusOfLink(scratch.path("link.md"))?.kind == .link)
  }

  @Test func leavesAFileAloneThatHasChangedSinceItWasRead() throws {
    let path = try scratch.write("a.md", "Kiev")
    let status = try Files.read(path).status
    try scratch.write("a.md", "Kiew!")
    expectRefusal("it has changed since it was read; nothing was written") {
      try Files.replace(path, with: Array("Kyiv".utf8), expected: status)
    }
    #expect(scratch.text("a.md") == "Kiew!")
    #expect(try scratch.names() == ["a.md"])
  }

  @Test func leavesAFileAloneThatHasGone() throws {
    let path = try scratch.write("a.md", "Kiev")
    let status = try Files.read(path).status
    try scratch.run("rm", "a.md")
    expectRefusal("it has gone since it was read") { try Files.replace(path, with: [], expected: status) }
    #expect(try scratch.names() == [])
  }

  /// Root could write it, but its mode is somebody's wish.
  @Test func refusesReadOnlyFiles() throws {
    let path = try scratch.write("a.md", "Kiev")
    try scratch.run("chmod", "444", "a.md")
    expectRefusal("it is read-only") { try replace(path, with: "Kyiv") }
    #expect(scratch.text("a.md") == "Kiev")
  }

  @Test func aFullDiskLeavesTheOldText() throws {
    try scratch.write("disk/x")
    guard try scratch.run("mount", "-t", "tmpfs", "-o", "size=64k", "stet-test", "disk") == 0 else { return }
    defer { _ = try? scratch.run("umount", "disk") }
    let path = try scratch.write("disk/a.md", "Kiev")
    expectRefusal("the disk is full") { try replace(path, with: String(repeating: "Kyiv ", count: 40_000)) }
    #expect(scratch.text("disk/a.md") == "Kiev")
    #expect(try Files.list(scratch.path("disk")).map(\.name.display) == ["a.md"])
  }

  @Test func writesReportsWholeOrNotAtAll() throws {
    try Files.write(Array("one".utf8), to: scratch.path("report.json"))
    try Files.write(Array("two".utf8), to: scratch.path("report.json"))
    #expect(scratch.text("report.json") == "two")
    try Files.write([1], to: Path("/dev/null"))
    expectRefusal("no such file or folder") { try Files.write([], to: scratch.path("none/report.json")) }
    expectRefusal("it is a folder") { try Files.write([], to: scratch.folder) }
  }

  @Test func aProgramThatIsMissingIs127() throws {
    #expect(try Subprocess.run("stet-no-such-program", []).exitCode == 127)
    #expect(try Subprocess.run("sh", ["-c", "echo out; echo err >&2; exit 3"].map { Array($0.utf8) }).exitCode == 3)
  }

  private func replace(_ path: Path, with text: String) throws {
    try Files.replace(path, with: Array(text.utf8), expected: Files.read(path).status)
  }

  private func reason(_ name: String) -> String? {
    do throws(FileError) {
      _ = try Files.read(scratch.path(name))
      return nil
    } catch {
      return error.reason
    }
  }

  private func expectRefusal(_ reason: String, sourceLocation: Testing.SourceLocation = #_sourceLocation, _ body: () throws -> Void) {
    let error = #expect(throws: FileError.self, sourceLocation: sourceLocation) { try body() }
    #expect(error?.reason == reason, sourceLocation: sourceLocation)
  }
}
