import StetFindings
import StetGlossary
import StetText

/// One thing written in two ways: "U.S." and "US", "–" and "—". One note a draft, with all places of the rarer ways.
struct InconsistentStyleCheck: Check {
  static let about = About(
    id: "inconsistent-style", group: .consistency, severity: .note, fix: .safe,
    summary: "The same thing is written in more than one way, or not as the house writes it.",
    why: "Mixed styles are what a translation put together from pieces looks like; a house has one. What the configuration decides "
      + "under ‘style’ is held to it, each departure a warning with the house’s form.",
    examples: [
      .flags("The U.S. envoy met the U.S. team; the ⟦US⟧ side was silent."),
      .flags("He came — late — and left ⟦–⟧ early."),
      .flags("It is the ⟦second largest⟧ town, and the second-largest port, and the second-largest mill."),
      .flags("On May 5 he came, and on May 6 he left; on ⟦7 June⟧ she came."),
      .flags("It rose 5 percent, then 6 percent, then 9 percent, then 7⟦%⟧."),
      .allows("The U.S. envoy said: “The US side was silent.”"),
      .allows("The U.S. envoy paid US$5 and met the (US) team."),
      .allows("KYIV, Ukraine (AP) — He came – late – and left."),
      .allows("It was the second biggest of three; the second-largest came in 2011–2014."),
      .allows("It rose 5 percent (6%), then 7 percent (8%)."),
      .allows("On May 5 he came; the 6th of June and 2014 and May 2014 came later."),
      .allows("It’s “his” and it isn't \"hers\"."),
      .allows("It cost 12,000 and 15,000; the number 10001 and the code 01200 are not counted."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    let uses = StyleUses(counting: draft, context.survey)
    let departures = StyleDepartures(uses: uses, style: context.style).findings
    return note(on: uses.choices.filter { !context.style.decides($0) }, draft) + departures
  }

  private func note(on choices: [StyleUses.Choice], _ draft: Draft) -> [Finding] {
    var parts: [String] = []
    var related: [Finding.Related] = []
    for choice in choices {
      let used = choice.ways.filter { !$0.places.isEmpty }.sorted { $0.places.count > $1.places.count }
      guard used.count > 1, let main = used.first, main.places.count >= choice.least else { continue }
      let rarer = used.dropFirst()
      guard choice.least == 1 || rarer.reduce(0, { $0 + $1.places.count }) * 3 <= main.places.count else { continue }
      parts.append(used.map { "‘\($0.name)’ \(times($0.places.count))" }.joined(separator: ", "))
      for way in rarer {
        related += way.places.map { Finding.Related($0, "‘\(way.name)’ here, ‘\(main.name)’ \(times(main.places.count))") }
      }
    }
    related.sort { $0.span < $1.span }
    guard let first = related.first else { return [] }
    var finding = Finding(
      check: Self.about.id, severity: Self.about.severity, span: first.span, message: "mixed styles: " + parts.joined(separator: "; "))
    finding.related = related
    return [finding]
  }

  private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }
}
