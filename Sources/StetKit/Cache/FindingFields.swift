import StetFindings
import StetText

/// Findings as the cache keeps them. A change here needs a new `FindingsCache.format`.
extension FieldWriter {
  mutating func write(_ outcome: LintOutcome, numbers: [IgnoreList.Entry: Int]) {
    write(outcome.findings) { $0.write($1) }
    write(outcome.setAside) {
      $0.write($1)
      $0.write($1.silence?.kind.rawValue)
      $0.write($1.silence?.reason)
    }
    write(outcome.used.compactMap { numbers[$0] }.sorted()) { $0.write($1) }
  }

  private mutating func write(_ span: Span) {
    write(span.start)
    write(span.count)
  }

  private mutating func write(_ finding: Finding) {
    write(finding.check)
    write((finding.ownSeverity ?? finding.severity).rawValue)
    write(finding.ownSeverity == nil ? nil : finding.severity.rawValue)
    write(finding.span)
    write(finding.core.map { [$0] } ?? []) { $0.write($1) }
    write(finding.message)
    write(finding.why)
    write(finding.replacements) { $0.write($1) }
    write(finding.safety?.rawValue)
    write(finding.fix?.edits ?? []) {
      $0.write($1.span)
      $0.write($1.replacement)
    }
    for text in [finding.entry, finding.glossary, finding.grade?.rawValue] { write(text) }
    write(finding.systems) { $0.write($1) }
    write(finding.related) {
      $0.write($1.span)
      $0.write($1.message)
    }
  }
}

extension FieldReading {
  mutating func outcome(entries: [IgnoreList.Entry]) throws(Damaged) -> LintOutcome {
    var outcome = LintOutcome()
    outcome.findings = try list { reader throws(Damaged) in try reader.finding() }
    outcome.setAside = try list { reader throws(Damaged) in
      var finding = try reader.finding()
      let kind = try reader.optionalText().flatMap(Silence.Kind.init), reason = try reader.optionalText()
      finding.silence = kind.map { Silence($0, reason: reason) }
      return finding
    }
    for number in try list({ reader throws(Damaged) in try reader.number() }) {
      guard entries.indices.contains(number) else { throw Damaged() }
      outcome.used.insert(entries[number])
    }
    guard isAtEnd else { throw Damaged() }
    return outcome
  }

  private mutating func span() throws(Damaged) -> Span {
    let start = try number(), count = try number()
    guard start >= 0, count >= 0, start < 1 << 40, count < 1 << 40 else { throw Damaged() }
    return Span(start, start + count)
  }

  private mutating func finding() throws(Damaged) -> Finding {
    let check = try text()
    guard let severity = Severity(rawValue: try text()) else { throw Damaged() }
    let overruled = try optionalText().flatMap(Severity.init)
    let place = try span(), core = try list { reader throws(Damaged) in try reader.span() }
    var finding = Finding(check: check, severity: severity, span: place, message: try text())
    finding.core = core.first
    if let overruled { finding.overrule(overruled) }
    finding.why = try optionalText()
    finding.replacements = try list { reader throws(Damaged) in try reader.text() }
    let safety = try optionalText().flatMap(Fix.Safety.init)
    let edits = try list { reader throws(Damaged) in Edit(try reader.span(), try reader.text()) }
    finding.fix = safety.map { Fix(edits, $0) }
    finding.entry = try optionalText()
    finding.glossary = try optionalText()
    finding.grade = try optionalText().flatMap(Grade.init)
    finding.systems = try list { reader throws(Damaged) in try reader.text() }
    finding.related = try list { reader throws(Damaged) in Finding.Related(try reader.span(), try reader.text()) }
    return finding
  }
}
