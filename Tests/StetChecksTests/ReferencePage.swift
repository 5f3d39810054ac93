import StetFindings

/// The page that tells users of every check, made from the checks themselves.
struct ReferencePage {
  private let abouts: [About]

  init(_ abouts: [About]) { self.abouts = abouts }

  var markdown: String {
    var page = """
      # Checks

      <!-- Made from the checks by the tests: STET_RECORD=1 swift test --filter CatalogueTests -->

      What Stet looks for in a draft. An *error* is wrong beyond reasonable doubt, a *warning* is probably wrong, a *note* is
      worth knowing. *Safe* fixes are applied by `stet fix`, fixes for *review* by `stet fix --review`. `stet explain CHECK`
      prints the same in the terminal; `<!-- stet-disable-next-line CHECK -->` silences a check in a draft.


      """
    let groups = About.Group.allCases.map { group in (group, abouts.filter { $0.group == group }) }.filter { !$0.1.isEmpty }
    for (group, abouts) in groups {
      page += "**\(title(group))**\n\n| check | severity | fix | |\n|---|---|---|---|\n"
      for about in abouts {
        page += "| [`\(about.id)`](#\(about.id)) | \(about.severity) | \(about.fix) | \(about.summary) |\n"
      }
      page += "\n"
    }
    for about in abouts { page += section(about) }
    return page
  }

  private func title(_ group: About.Group) -> String {
    switch group {
    case .names: "Names"
    case .garble: "Garble: damage done by machine translation"
    case .consistency: "Consistency within a draft"
    case .draft: "The draft as a whole"
    case .files: "Files"
    }
  }

  private func section(_ about: About) -> String {
    var section = "## \(about.id)\n\n\(about.summary) \(about.why)\n\n"
    let flags = about.examples.filter { $0.kind == .flags }.map { example in
      let fixed = (example.fixed ?? example.reviewed).map { "\n" + lines($0, mark: "+") } ?? ""
      return lines(example.text, mark: "-") + fixed
    }
    let allows = about.examples.filter { $0.kind == .allows }.map { lines($0.text, mark: " ") }
    if !flags.isEmpty { section += "Found, between ⟦ ⟧, and what a fix makes of it:\n\n" + block(flags) }
    if !allows.isEmpty { section += "Left alone:\n\n" + block(allows) }
    return section
  }

  private func lines(_ text: String, mark: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.isEmpty && mark == " " ? "" : "\(mark) \($0)" }.joined(
      separator: "\n")
  }

  private func block(_ examples: [String]) -> String {
    "````diff\n" + examples.joined(separator: "\n\n") + "\n````\n\n"
  }
}
