import Testing

@testable import StetReports

@Suite("Paths from the repository’s root")
struct RootedPathsTests {
  @Test(arguments: [
    ("a.md", "drafts/a.md"), ("./a.md", "drafts/a.md"), ("../b/c.md", "b/c.md"), ("/repo/x.md", "x.md"), ("/other/x.md", "/other/x.md"),
    ("../../x.md", "/x.md"), ("-", "drafts/-"),
  ])
  func path(_ path: String, _ expected: String) {
    let paths = RootedPaths(root: Array("/repo".utf8), workingFolder: Array("/repo/drafts".utf8))
    #expect(String(decoding: paths.path(Array(path.utf8)), as: UTF8.self) == expected)
  }

  @Test func addressesAreEncoded() {
    let paths = RootedPaths(root: Array("/repo".utf8), workingFolder: Array("/repo".utf8))
    #expect(paths.address(Array("a b/100%#?é:.md".utf8)).uri == "a%20b/100%25%23%3F%C3%A9%3A.md")
    #expect(paths.address(Array("caf".utf8) + [0xE9]).uri == "caf%E9")
    #expect(paths.address(Array("/x y".utf8)).uri == "file:///x%20y" && !paths.address(Array("/x".utf8)).isBelowRoot)
  }
}
