import StetFindings

/// What `stet explain` prints.
public enum AboutPage {
  /// The page of one check.
  public static func page(_ about: About, width: Int = 80) -> String {
    var parts = [
      "\(about.id): \(about.severity), \(fixing(about.fix))", wrapped(about.summary, width), wrapped(about.why, width),
    ]
    let flagged = about.examples.filter { $0.kind == .flags }, allowed = about.examples.filter { $0.kind == .allows }
    if !flagged.isEmpty { parts.append("Found, between ⟦ and ⟧:\n" + flagged.map { example($0, width) }.joined(separator: "\n")) }
    if !allowed.isEmpty { parts.append("Left alone:\n" + allowed.map { example($0, width) }.joined(separator: "\n")) }
    if about.group != .files { parts.append("Silence it for one line of a draft:\n  <!-- stet-disable-next-line \(about.id) -->") }
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// All checks, by group, one a line.
  public static func list(_ abouts: [About]) -> String {
    let idWidth = abouts.map(\.id.count).max() ?? 0
    let groups = About.Group.allCases.map { group in (group, abouts.filter { $0.group == group }) }.filter { !$0.1.isEmpty }
    return groups.map { group, members in
      "\(group)\n" + members.map { "  \(padded($0.id, idWidth))  \(padded($0.severity.rawValue, 7))  \($0.summary)\n" }.joined()
    }.joined(separator: "\n")
  }

  private static func fixing(_ fix: About.Fixing) -> String {
    switch fix {
    case .none: "not fixed by Stet"
    case .safe: "fixed by “stet fix”"
    case .review: "fixed by “stet fix --review”"
    }
  }

  private static func example(_ example: Example, _ width: Int) -> String {
    var lines = wrapped(example.text, width - 2).split(separator: "\n", omittingEmptySubsequences: false).map { "  " + $0 }
    if let fixed = example.fixed {
      lines += wrapped("→ " + fixed, width - 4).split(separator: "\n", omittingEmptySubsequences: false).map { "    " + $0 }
    }
    if !example.glossary.isEmpty {
      let terms = example.glossary.map { $0.split(separator: "\n").map(String.init).joined(separator: "; ") }
      lines += wrapped("(glossary: \(terms.joined(separator: ", ")))", width - 4).split(separator: "\n").map { "    " + $0 }
    }
    return lines.joined(separator: "\n")
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  /// Breaks at spaces; the text's own line breaks stay.
  private static func wrapped(_ text: String, _ width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var lines: [String] = [""]
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        let last = lines[lines.count - 1]
        if last.isEmpty { lines[lines.count - 1] = String(word) }
        else if last.count + 1 + word.count <= width { lines[lines.count - 1] += " " + word }
        else { lines.append(String(word)) }
      }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}
