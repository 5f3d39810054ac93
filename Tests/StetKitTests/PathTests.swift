import Testing

@testable import StetKit

@Suite struct PathTests {
  @Test(arguments: [("./a//b/", "a/b"), (".", "."), ("./", "."), ("/", "/"), ("//a", "/a"), ("../a", "../a"), ("a/./b", "a/b")])
  func meansTheSameWithLess(written: String, normal: String) {
    #expect(Path(written).display == normal)
  }

  @Test func knowsItsParts() {
    #expect(Path("a/b/c.md").name == Path("c.md"))
    #expect(Path("a/b/c.md").folder == Path("a/b"))
    #expect(Path("c.md").folder == .current)
    #expect(Path("/c.md").folder == Path("/"))
    #expect(Path.current.appending("a") == Path("a"))
    #expect(Path("/").appending("a") == Path("/a"))
  }

  @Test func endingsCountWithoutCaseAndNotForHiddenNames() {
    #expect(Path("a/B.MD").hasEnding(["md"]))
    #expect(!Path("a.md/b").hasEnding(["md"]))
    #expect(!Path("a/.md").hasEnding(["md"]))
  }

  @Test func strayBytesAreShownAndKept() {
    let path = Path(bytes: [0x61, 0xE9, 0x2E, 0x6D, 0x64])
    #expect(path.display == "a\\xE9.md")
    #expect(Path(argument: Arguments.text(of: path.bytes)) == path)
  }

  @Test(arguments: ["plain", "Київ", "\u{10FF80}", "a\nb"])
  func argumentsSurvive(_ text: String) {
    #expect(Arguments.bytes(of: Arguments.text(of: Array(text.utf8))) == Array(text.utf8))
  }
}
