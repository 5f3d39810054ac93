import Foundation
import StetReports
import StetTestSupport
import Testing

@Suite("The diff")
struct UnifiedDiffTests {
  static let ten = (1...10).map { "line \($0)\n" }.joined()

  @Test("git applies it and gets the new text", arguments: [
    ("a\nb\nc\n", "a\nB\nc\n"), ("a", "b"), ("a\nb", "a\nB"), ("a\nb", "a\nb\n"), ("a\nb\n", "a\nb"), ("", "new\n"), ("", "new"),
    ("old\n", ""), ("a\r\nb\r\nc\r\n", "a\r\nB\r\nc\r\n"), ("a\rb\rc", "a\rB\rc"), ("a\r\n", "a\n"), ("x\n", "x\ny\n"),
    (ten, ten.replacing("line 1\n", with: "first\n").replacing("line 10", with: "last")),
    (ten, ten.replacing("line 3", with: "third").replacing("line 8", with: "eighth")),
    (ten + ten, (ten + ten).replacing("line 2\n", with: "second\n")),
    (ten, ten.replacing("line 5\nline 6\n", with: "")), (ten, ten.replacing("line 5\n", with: "line 5\nnew\nnewer\n")),
    (ten, "line 0\n" + ten.replacing("line 10\n", with: "")), ("\n\n\na\n\n\n", "\n\n\nb\n\n\n\n"),
    ("-- a\n+++ b\n@@ -1 +1 @@\n", "-- A\n+++ b\n@@ -1 +1 @@\n"), ("Київ 👩‍👩‍👧\n", "Kyiv 👩‍👩‍👧\n"),
  ])
  func applies(_ old: String, _ new: String) throws {
    try check(Array(old.utf8), Array(new.utf8))
  }

  @Test("bytes that are not UTF-8 stay as they are")
  func bytes() throws {
    try check([0xE9, 0x0A, 0xFF, 0x0A], [0xE9, 0x0A, 0xFE, 0x0A])
  }

  @Test("paths are written as git writes them", arguments: [
    "a b.md", "a\tb.md", "Київ.md", "dir/sub dir/ä \"quoted\".md", "back\\slash.md", "./a.md", "'.md", "b\u{7}.md",
  ])
  func paths(_ path: String) throws {
    try check(Array("a\n".utf8), Array("b\n".utf8), path: path)
  }

  @Test("the text of a diff")
  func text() {
    let new = Self.ten.replacing("line 2\n", with: "second\n").replacing("line 9\n", with: "ninth\n")
    let diff = UnifiedDiff.make(path: "/tmp/a b.md", old: Array(Self.ten.utf8), new: Array(new.utf8))
    #expect(
      String(decoding: diff, as: UTF8.self) == """
        --- a/tmp/a b.md\t
        +++ b/tmp/a b.md\t
        @@ -1,10 +1,10 @@
         line 1
        -line 2
        +second
         line 3
         line 4
         line 5
         line 6
         line 7
         line 8
        -line 9
        +ninth
         line 10

        """)
    #expect(UnifiedDiff.make(path: "a", old: [1], new: [1]).isEmpty)
  }

  @Test("random edits")
  func fuzz() throws {
    var dice = Dice(6)
    for _ in 0..<60 {
      let old = (0..<dice.roll(0..<40)).map { _ in dice.pick(["a\n", "b\n", "\n", "c\r\n", "unique \(dice.next())\n", "d"]) }
      var new = old
      for _ in 0..<dice.roll(1..<6) where !new.isEmpty {
        let at = dice.roll(0..<new.count)
        switch dice.roll(0..<4) {
        case 0: new.remove(at: at)
        case 1: new.insert("e\n", at: at)
        default: new[at] = "changed\n"
        }
      }
      try check(Array(old.joined().utf8), Array(new.joined().utf8))
    }
  }

  @Test("every other line of a long draft", .timeLimit(.minutes(10)))
  func long() throws {
    let old = (0..<60_000).map { "line \($0 / 3)\n" }
    var new = old
    for index in stride(from: 0, to: new.count, by: 2) { new[index] = "changed\n" }
    try check(Array(old.joined().utf8), Array((new + ["more\n"]).joined().utf8))
    try check(Array(old.joined().utf8), Array(new.joined().utf8))
  }

  private func check(_ old: [UInt8], _ new: [UInt8], path: String = "draft.md") throws {
    guard old != new else { return }
    let folder = FileManager.default.temporaryDirectory.appending(path: "stet-diff-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(old).write(to: file)
    let patch = folder.appending(path: "stet.patch")
    try Data(UnifiedDiff.make(path: path, old: old, new: new)).write(to: patch)
    let git = Process()
    git.executableURL = URL(filePath: "/usr/bin/env")
    git.arguments = ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "stet.patch"]
    git.currentDirectoryURL = folder
    let messages = Pipe()
    git.standardError = messages
    try git.run()
    let said = messages.fileHandleForReading.readDataToEndOfFile()
    git.waitUntilExit()
    #expect(git.terminationStatus == 0, "\(String(decoding: said, as: UTF8.self))")
    #expect(((try? Data(contentsOf: file)) ?? Data()) == Data(new))
  }
}
