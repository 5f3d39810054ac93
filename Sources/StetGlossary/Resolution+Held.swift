import StetText

// What was recognised and does not stand, for whoever asks why.
extension Resolution {
  /// The variants that were recognised and are not among `variants`, each with the gate that held it back.
  func held() -> [HeldBack] {
    let exceptions = matches.filter { $0.form == .exception }.map(\.span)
    let persons = PersonEvidence(index: index, draft: draft, matches: standing)
    return matches.filter(\.isVariant).compactMap { match in
      let isReported = variants.contains { use in use.matches.contains { $0.entry == match.entry && $0.span == match.span } }
      return isReported ? nil : HeldBack(entry: match.entry, tokens: match.tokens, gate: gate(of: match, exceptions, persons))
    }
  }

  private func gate(of match: Match, _ exceptions: [Span], _ persons: PersonEvidence) -> Gate {
    if match.form.isConditional, exceptions.contains(where: { $0.overlaps(match.span) }) { return .exception }
    if !conditionsHold(match) { return .noContext }
    if !standing.contains(match) {
      let rivals = standing.filter { $0.isName && $0.span.overlaps(match.span) }
      guard let rival = rivals.first(where: { $0.entry != match.entry }) ?? rivals.first else { return .somebodyElse }
      return rival.span == match.span && rival.entry != match.entry ? .rightFor(rival.entry) : .within(rival.entry)
    }
    if case .held(let gate) = judgement(of: match, persons) { return gate }
    return variants.first { $0.span == match.span }.map { .surer($0.match.entry) } ?? .somebodyElse
  }
}
