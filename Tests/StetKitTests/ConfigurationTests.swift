import StetFindings
import StetGlossary
import Testing

@testable import StetKit

@Suite struct ConfigurationTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.run("git", "init", "-q", "repository")
  }

  private func configurations(home: Path? = nil) -> Configurations { Configurations(.search, home: home) }

  private func settings(_ name: String, home: Path? = nil) -> Settings { configurations(home: home).settings(for: scratch.path(name)) }

  private func faults(_ text: String) -> [String] {
    ConfigurationReader.read(Array(text.utf8), shown: "x.yml", folder: scratch.folder).faults.map(\.description)
  }

  @Test func ofTwoFilesTheNearerDecidesKeyByKey() throws {
    try scratch.write("repository/.stet.yml", "fail-on: note\nignore: [split-name]\nseverity: {name-variant: note, mojibake: off}\n")
    try scratch.write("repository/wire/.stet.yml", "ignore: [glued-words]\nseverity: {name-variant: warning}\n")
    let settings = settings("repository/wire/deep/a.md")
    #expect(settings.failOn.value == .note && settings.ignore.value == ["glued-words"])
    #expect(settings.severity["name-variant"]?.value == .warning && settings.severity["mojibake"]?.value == .off)
    #expect(!settings.selection.contains("mojibake") && settings.selection.contains("split-name"))
    #expect(settings.files.count == 2 && settings.files[0].hasSuffix("wire/.stet.yml"))
    #expect(settings.ignore.origin == .file(settings.files[0], line: 1) && settings.failOn.origin == .file(settings.files[1], line: 1))
    #expect(self.settings("repository/a.md").ignore.value == ["split-name"])
  }

  @Test func theSearchEndsAtTheRepositoryAndWhereAFileSaysSo() throws {
    try scratch.write(".stet.yml", "fail-on: note\n")
    try scratch.write("repository/sub/.stet.yml", "root: true\nquotes: skip\n")
    try scratch.write("repository/.stet.yml", "ignore: [mojibake]\n")
    #expect(settings("repository/a.md").failOn.value == .error)
    #expect(settings("repository/sub/a.md").ignore.value == [] && settings("repository/sub/a.md").quotes.value == .skip)
    #expect(settings("plain/a.md").failOn.value == .note, "outside a repository the folders above count")
  }

  @Test func aHomeFolderHasNoSayOverOtherWork() throws {
    try scratch.write(".stet.yml", "fail-on: note\n")
    try scratch.write("work/.stet.yml", "quotes: skip\n")
    #expect(settings("work/a.md", home: scratch.folder).failOn.value == .error)
    #expect(settings("work/a.md", home: scratch.folder).quotes.value == .skip)
  }

  @Test func overridesHoldForTheirFilesAndTheLastWins() throws {
    try scratch.write("repository/.stet.yml", """
      fail-on: warning
      overrides:
        - files: [wire/, "*.txt"]
          fail-on: note
          style: {dashes: closed-em}
        - files: [wire/clean/**, "!wire/clean/not.md"]
          fail-on: never
      """)
    let read = configurations()
    func failOn(_ name: String) -> FailOn { read.settings(for: scratch.path("repository/" + name)).failOn.value }
    #expect(failOn("a.md") == .warning && failOn("a.txt") == .note && failOn("wire/x/a.md") == .note)
    #expect(failOn("wire/clean/a.md") == .never && failOn("wire/clean/not.md") == .note)
    #expect(read.settings(for: scratch.path("repository/wire/a.md")).houseStyle.rules == [.dashes(.closedEm)])
    #expect(read.faults == [])
  }

  @Test func pathsAndGlossariesAreTheFilesOwn() throws {
    try scratch.write("repository/sub/.stet.yml", "baseline: ../known\nignore-list: list\nglossaries: [Glossaries/desk.yml, house]\n")
    let settings = settings("repository/sub/a.md")
    #expect(settings.baseline.value == scratch.path("repository/sub/../known"))
    #expect(settings.ignoreList.value == scratch.path("repository/sub/list"))
    #expect(settings.glossaries.value.map(\.folder) == [scratch.path("repository/sub"), scratch.path("repository/sub")])
  }

  @Test func exclusionsAddUp() throws {
    try scratch.write("repository/.stet.yml", "exclude: [/old/, '*.tmp.md']\n")
    try scratch.write("repository/sub/.stet.yml", "exclude: [x.md]\n")
    let read = configurations()
    func isExcluded(_ name: String) -> Bool { read.excludes(scratch.path("repository/" + name)) }
    #expect(isExcluded("old/a.md") && isExcluded("sub/a.tmp.md") && isExcluded("sub/x.md"))
    #expect(!isExcluded("x.md") && !isExcluded("sub/old/a.md") && !isExcluded("a.md"))
    for name in ["old/a.md", "b.md", "sub/x.md"] { try scratch.write("repository/" + name) }
    var discovery = Discovery()
    discovery.isExcluded = { read.excludes($0) }
    func found(_ paths: String...) -> [String] {
      discovery.drafts(in: paths.map { scratch.path("repository/" + $0).display }).drafts.map { String($0.shown.dropFirst(scratch.folder.bytes.count + 12)) }
    }
    #expect(found(".") == ["b.md"])
    #expect(found("old/a.md", "b.md") == ["b.md", "old/a.md"], "a file that is named is meant")
    discovery.forcesExclusion = true
    #expect(found("old/a.md", "b.md") == ["b.md"])
  }

  @Test func theCommandLineOverrules() throws {
    try scratch.write("repository/.stet.yml", "glossaries: [a]\nignore: [mojibake, split-name]\nseverity: {mojibake: off}\nfail-on: note\n")
    var options = CommandLineSettings()
    options.glossaries = ["b"]
    options.select = ["mojibake"]
    options.failOn = .never
    let settings = Configurations(.search, overruledBy: options, home: nil).settings(for: scratch.path("repository/a.md"))
    #expect(settings.glossaries.value == [GlossaryReference("b")] && settings.failOn.value == .never)
    #expect(settings.selection.ids == ["mojibake"], "who names a check wants to see it")
    var more = CommandLineSettings()
    more.ignore = ["glued-words"]
    let ignoring = Configurations(.search, overruledBy: more, home: nil).settings(for: scratch.path("repository/a.md"))
    #expect(Set(ignoring.ignore.value) == ["mojibake", "split-name", "glued-words"])
  }

  @Test func aNamedFileIsTheOnlyOneAndMustExist() throws {
    try scratch.write("repository/.stet.yml", "fail-on: note\n")
    let other = try scratch.write("other.yml", "quotes: check\n")
    let settings = Configurations(.file(other)).settings(for: scratch.path("repository/a.md"))
    #expect(settings.quotes.value == .check && settings.failOn.value == .error)
    #expect(Configurations(.file(scratch.path("none.yml"))).failures.count == 1)
    #expect(Configurations(.nothing).settings(for: scratch.path("repository/a.md")).failOn.value == .error)
  }

  @Test(arguments: [
    ("glosaries: [a]", "x.yml:1:1: error: unknown key ‘glosaries’ (the nearest key is ‘glossaries’)"),
    ("files: [a]", "x.yml:1:1: error: unknown key ‘files’ (‘files’ belongs in an item of ‘overrides’)"),
    ("root: maybe", "x.yml:1:7: error: unknown root ‘maybe’ (‘root’ is one of true, false)"),
    ("select: {a: b}", "x.yml:1:9: error: ‘select’ must be a list of checks, not a mapping (put text that holds ‘: ’ in quotation marks)"),
    ("ignore: [mojibaky]", "x.yml:1:10: error: there is no check ‘mojibaky’ (the nearest is ‘mojibake’)"),
    ("severity: {mojibake: loud}", "x.yml:1:22: error: unknown severity ‘loud’ (‘severity’ is one of error, warning, note, off)"),
    ("style: {dash: em}", "x.yml:1:9: error: unknown key ‘dash’ (the nearest key is ‘dashes’)"),
    ("style: {acronyms: [U.S., US]}", "x.yml:1:26: error: ‘US’ and ‘U.S.’ contradict each other (keep one of them)"),
    ("overrides: {files: [a]}", "x.yml:1:12: error: ‘overrides’ must be a list, not a mapping (write it as ‘- files: [wire/]’ with settings below)"),
    ("overrides: [{ignore: [mojibake]}]", "x.yml:1:13: error: ‘files’ is missing (an item of ‘overrides’ says for which files it holds)"),
    ("overrides: [{files: a, root: true}]", "x.yml:1:24: error: unknown key ‘root’ (‘root’ belongs at the top of the file)"),
    ("- a", "x.yml:1:1: error: a configuration must be a mapping, not a list (write it as ‘glossaries: [names]’)"),
    ("baseline:", "x.yml:1:10: error: ‘baseline’ is empty (give it a value or take the key out)"),
  ])
  func faultsAreToldWithTheirPlace(text: String, fault: String) { #expect(faults(text) == [fault]) }

  @Test func everythingIsToldAtOnce() { #expect(faults("rot: true\nquotes: loud\nexclude: {}\n").count == 3) }

  @Test(arguments: ["", "# only a comment\n\n  # and another\n", "exclude: []\n", "select: mojibake\nroot: true\n"])
  func whatSaysLittleIsNoMistake(text: String) { #expect(faults(text) == []) }

  @Test func severitiesAreWeighed() {
    func shown(_ check: String, _ severity: Severity, wanted: Severity) -> Severity {
      let finding = Finding(check: check, severity: severity, span: .init(0, 1), message: "")
      return LintRules(severities: [check: wanted]).applied(to: finding).severity
    }
    #expect(shown("name-variant", .error, wanted: .warning) == .warning)
    #expect(shown("name-variant", .note, wanted: .warning) == .note, "in quotation marks it was softened already")
    #expect(shown("name-variant", .warning, wanted: .error) == .warning)
    #expect(shown("speech-dash", .warning, wanted: .error) == .error && shown("speech-dash", .note, wanted: .error) == .note)
    #expect(shown("inconsistent-style", .warning, wanted: .note) == .note && shown("inconsistent-style", .warning, wanted: .error) == .error)
  }

  @Test func aNewOneFitsTheFolderAndIsRight() throws {
    for name in ["Glossaries/house.yml", "Glossaries/desk.yml", "README.md", "wire/a.txt", "wire/b.md", "archive/it's/c.md", ".git/d.md"] {
      try scratch.write("new/" + name)
    }
    let new = NewConfiguration(for: scratch.path("new"))
    #expect(new.text.contains("\nglossaries: [desk, house]\n"))
    #expect(new.findings == ["glossaries: desk, house", "3 drafts in wire/, archive/it's/"])
    #expect(faults(new.text) == [])
    // What it only proposes is right, too.
    let proposed = new.text.split(separator: "\n").map { line in
      line.firstMatch(of: /^#(  )? ?([ ]*(- )?[a-z-]+:.*)$/).map { String($0.output.2) } ?? String(line)
    }
    let settings = proposed.filter { !$0.hasPrefix("#") }.joined(separator: "\n")
    #expect(settings.contains("closing-marks") && settings.contains("overrides:"))
    #expect(faults(NewConfiguration(for: scratch.path("wire")).text) == [])
  }
}
