import Testing

@testable import StetKit

@Suite struct DiscoveryTests {
  let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func findsDraftsByEndingInByteOrder() throws {
    for name in ["b.md", "a/c.TXT", "a.markdown", "a/x.swift", "Z.text", ".hidden.md", ".hidden/a.md"] { try scratch.write(name) }
    #expect(found() == ["Z.text", "a.markdown", "a/c.TXT", "b.md"])
  }

  @Test func readsANamedFileWhateverItsEnding() throws {
    try scratch.write("notes.rtf")
    #expect(found("notes.rtf", "none.md") == ["none.md", "notes.rtf"])
  }

  @Test func readsEachFileOnceUnderItsOwnName() throws {
    try scratch.write("folder/b.md")
    try scratch.link("folder/a.md", to: "b.md")
    try scratch.link("folder/loop", to: ".")
    #expect(found("folder", "folder/b.md", "folder/../folder/b.md", "folder/a.md") == ["folder/b.md"])
  }

  @Test func followsLinksToFilesAndNotToFolders() throws {
    try scratch.write("elsewhere/b.md")
    try scratch.write("folder/x.md")
    try scratch.link("folder/a.md", to: "../elsewhere/b.md")
    try scratch.link("folder/gone.md", to: "nowhere")
    try scratch.link("folder/more", to: "../elsewhere")
    #expect(found("folder") == ["folder/a.md", "folder/x.md"])
  }

  @Test func keepsNamesThatAreNoText() throws {
    try scratch.run("sh", "-c", "touch \"$(printf 'a\\351.md')\" \"$(printf 'b\\nc.md')\"")
    #expect(found() == ["a\\xE9.md", "b\nc.md"])
    for case .file(let path) in Discovery().drafts(in: [scratch.folder.display]).drafts {
      #expect(try Files.read(path).bytes == [])
    }
  }

  @Test func aFolderWithoutADraftIsAFailure() throws {
    try scratch.write("folder/a.swift")
    let arguments = [scratch.path("folder").display]
    let failure = try #require(Discovery().drafts(in: arguments).failures.first)
    #expect(failure.reason == "no .txt, .text, .md or .markdown file in it is left to check")
    #expect(Discovery(allowEmpty: true).drafts(in: arguments).failures.isEmpty)
  }

  @Test func leavesOutWhatGitIgnores() throws {
    try repository("repository")
    #expect(found("repository") == ["repository/a.md", "repository/forced.md", "repository/new.md"])
    #expect(notes("repository") == [])
  }

  @Test func searchesARepositoryInARepository() throws {
    try repository("outer")
    try repository("outer/inner")
    #expect(found("outer").filter { $0.hasPrefix("outer/inner/") } == ["outer/inner/a.md", "outer/inner/forced.md", "outer/inner/new.md"])
  }

  @Test func searchesAnIgnoredFolderThatIsNamed() throws {
    try repository("repository")
    try scratch.write("repository/ignored/a.md")
    #expect(found("repository").contains("repository/ignored/a.md") == false)
    #expect(found("repository/ignored") == ["repository/ignored/a.md"])
    #expect(notes("repository/ignored").count == 1)
  }

  @Test func saysWhyGitIsNotAsked() throws {
    try repository("repository")
    let folder = scratch.path("repository")
    let found = Discovery(git: Git(program: "stet-no-git")).drafts(in: [folder.display, folder.display])
    #expect(found.notes == ["git's ignore rules are not applied in \(folder): git is not installed"])
    #expect(found.drafts.count == 4)
  }

  @Test func saysThatARepositoryBelongsToSomebodyElse() throws {
    try repository("repository")
    guard try scratch.run("chown", "-R", "12345", "repository") == 0 else { return }
    #expect(notes("repository").first?.hasSuffix("git's setting safe.directory does not name it") == true)
    #expect(found("repository").count == 4)
  }

  @Test func saysThatIgnoreRulesOutsideARepositoryAreNotApplied() throws {
    try scratch.write("folder/.gitignore", "a.md")
    try scratch.write("folder/a.md")
    #expect(found("folder") == ["folder/a.md"])
    #expect(notes("folder") == ["\(scratch.path("folder/.gitignore")) is not applied: it is in no git repository"])
  }

  @Test(arguments: [
    ("a.md", ["b/c.md"]), ("b", ["a.md"]), ("*.md", []), ("b/", ["a.md"]), ("a.md/", ["a.md", "b/a.md", "b/c.md"]),
    ("b/*.md", ["a.md"]), ("/a.md", ["b/a.md", "b/c.md"]), ("**/c.md", ["a.md", "b/a.md"]), ("?.md", []), ("b/**", ["a.md"]),
  ])
  func excludes(pattern: String, left: [String]) throws {
    for name in ["a.md", "b/a.md", "b/c.md"] { try scratch.write(name) }
    #expect(found(excluded: [Pattern(pattern)]) == left)
  }

  /// A tracked file, an untracked one, an ignored one, one tracked though ignored, and one deleted but tracked.
  private func repository(_ name: String) throws {
    for file in ["a.md", "forced.md", "ignored.md", "deleted.md", "new.md"] { try scratch.write("\(name)/\(file)") }
    try scratch.write("\(name)/.gitignore", "ignored*\nforced.md\n")
    try scratch.run("git", "init", "-q", name)
    try scratch.run("git", "-C", name, "add", "-f", "a.md", "forced.md", "deleted.md", ".gitignore")
    try scratch.run("rm", "\(name)/deleted.md")
  }

  /// What is found, seen from the scratch folder.
  private func found(_ names: String..., excluded: [Pattern] = []) -> [String] {
    let all = Discovery(excluded: excluded).drafts(in: arguments(names)).drafts.map(\.shown)
    return all.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
  }

  private func notes(_ names: String...) -> [String] { Discovery().drafts(in: arguments(names)).notes }
  private func arguments(_ names: [String]) -> [String] { names.isEmpty ? [scratch.folder.display] : names.map { prefix + $0 } }
  private var prefix: String { scratch.folder.display + "/" }
}
