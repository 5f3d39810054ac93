import StetText

/// The configuration that `stet init` writes: commented, with what fits the folder filled in.
public struct NewConfiguration: Sendable {
  /// What was found, for the user to read.
  public private(set) var findings: [String] = []
  public private(set) var text = ""

  private static let deepest = 4
  private static let mostFiles = 20_000

  /// - Parameter folder: Where the file is to lie.
  public init(for folder: Path = .current) {
    // The built-in one comes by itself.
    let glossaries = GlossaryLocator(workingFolder: folder).all().map { String($0.name.display.prefix { $0 != "." }) }
      .filter { $0 != GlossaryLoader.builtInName }
    var draftFolders: [Path: Int] = [:]
    var left = NewConfiguration.mostFiles
    NewConfiguration.count(folder, nil, &draftFolders, depth: 0, &left)
    let drafts = draftFolders.values.reduce(0, +)
    let old = draftFolders.keys.filter { ["archive", "archives", "old"].contains($0.name.display.lowercased()) }.sorted()
    findings = [
      glossaries.isEmpty ? "no glossary in Glossaries/" : "glossaries: " + glossaries.joined(separator: ", "),
      "\(drafts) draft\(drafts == 1 ? "" : "s")" + (draftFolders.isEmpty ? "" : " in " + NewConfiguration.shown(draftFolders)),
    ]
    text = NewConfiguration.text(glossaries, drafts, draftFolders.keys.sorted(), old)
  }

  /// Counts the drafts of each folder.
  private static func count(_ top: Path, _ below: Path?, _ counts: inout [Path: Int], depth: Int, _ left: inout Int) {
    let endings = Set(Format.allCases.flatMap(\.endings))
    for item in (try? Files.list(below.map(top.appending) ?? top)) ?? [] where !item.isHidden && left > 0 {
      left -= 1
      let path = below.map { $0.appending(item.name) } ?? item.name
      if item.kind == .folder, depth < deepest, item.name != Path("Glossaries") { count(top, path, &counts, depth: depth + 1, &left) }
      if item.kind == .regular, item.name.hasEnding(endings), !isAboutTheProject(item.name) { counts[below ?? .current, default: 0] += 1 }
    }
  }

  /// Files that every repository has and nobody prints.
  private static func isAboutTheProject(_ name: Path) -> Bool {
    let stem = name.display.prefix { $0 != "." }.uppercased()
    return ["README", "CHANGELOG", "CONTRIBUTING", "LICENSE", "LICENCE", "SECURITY", "CODE_OF_CONDUCT"].contains(stem)
  }

  private static func shown(_ folders: [Path: Int]) -> String {
    let names = folders.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { $0.key == .current ? "this folder" : $0.key.display + "/" }
    return names.prefix(3).joined(separator: ", ") + (names.count > 3 ? " and \(names.count - 3) more" : "")
  }

  private static func text(_ glossaries: [String], _ drafts: Int, _ folders: [Path], _ old: [Path]) -> String {
    let example = folders.first { $0 != .current } ?? Path("wire")
    let named = glossaries.isEmpty
      ? "# glossaries: [ukraine-people, ukraine-places, ukraine-terms]\n" : "glossaries: [\(glossaries.map(quoted).joined(separator: ", "))]\n"
    let excluded = old.isEmpty
      ? "# exclude: [archive/]\n" : "exclude: [\(old.map { quoted("/" + $0.display + "/") }.joined(separator: ", "))]\n"
    return """
      # How Stet reads the drafts of this folder and those below it. Of two files like this one the nearer to a draft wins, key by key.
      # “stet config DRAFT” prints what holds for a draft, and where it is said.

      # Nothing above this folder is looked at.
      root: true

      # Glossaries, by name (in Glossaries/ here, or those that came with Stet) or by file.
      \(named)
      # Checks that do not run, checks that report otherwise than they would (error, warning, note, off): “stet explain” lists them.
      # ignore: [inconsistent-style]
      # severity: {stray-capital: note}

      # What makes the exit code 1: error, warning, note or never.
      # fail-on: error

      # Left out of searches; patterns as in .gitignore.
      \(excluded)
      # Names inside quotation marks, where a glossary does not say: note, check or skip.
      # quotes: note

      # How the house writes what may be written in several ways. What is left out is only compared within a draft.
      # style:
      #   acronyms: [U.S., U.K., U.N., EU]
      #   dashes: spaced-em               # spaced-en, spaced-em, closed-em
      #   quotation-marks: curly          # curly, straight
      #   closing-marks: inside           # inside: ,”   outside: ”,
      #   superlatives: hyphenated        # second-largest; open: second largest
      #   dates: month-first              # May 5; day-first: 5 May
      #   percentages: percent            # percent, per-cent, sign
      #   thousands: commas               # 12,000; plain: 12000

      # Findings that are there already and are not to be reported: “stet lint --write-baseline .stet-baseline .” writes them down.
      # baseline: .stet-baseline

      # Findings to leave alone, one a line: name-variant "Kharkov" near "The Kharkov was launched" -- the name of a ship
      # ignore-list: .stet-ignore

      # Other settings for some files.
      # overrides:
      #   - files: [\(quoted(example.display + "/"))]
      #     severity: {repeated-words: warning}

      """
  }

  /// As YAML needs it.
  private static func quoted(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0) || "-_/.".unicodeScalars.contains($0) }
    return isPlain && text.first != "-" ? text : "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
