import StetFindings
import StetText

// One finding in JSON. There may be a hundred thousand: room is made once for nearly all of it, and what all have in common is put down
// as it stands.
extension JSON {
  /// - Returns: Where in what was written the fingerprint ends.
  @discardableResult static func write(
    _ finding: Finding, fingerprint: FingerprintNumber, _ draft: Draft, _ positions: Positions, _ origin: DraftOrigin = DraftOrigin(),
    to writer: inout JSONWriter
  ) -> Int {
    write(finding, draft, positions, origin, to: &writer)
    return write(endOf: finding, fingerprint, positions, origin, to: &writer)
  }

  /// Everything up to the grade.
  private static func write(
    _ finding: Finding, _ draft: Draft, _ positions: Positions, _ origin: DraftOrigin, to writer: inout JSONWriter
  ) {
    let joints = Joints.shared, span = finding.span, places = positions.positions(of: span)
    let wording = finding.wording, replacements = finding.replacements, entry = finding.entry, glossary = finding.glossary
    var length = span.count + wording.length + (entry?.utf8.count ?? 0) + (glossary?.utf8.count ?? 0)
    for text in replacements { length += text.utf8.count + 4 }
    writer.begin(atMost: Joints.room + 6 * length) { out, at in
      out.put(joints.check, &at)
      out.put(finding.check, &at)
      out.put(joints.severity, &at)
      out.put(joints.piece(for: finding.severity), &at)
      put(wording, joints, &out, &at)
      out.put(escaping: draft.text, span.range, &at)
      out.put(joints.span, &at)
      put(span, places, origin, joints, &out, &at)
      out.put(joints.replacements, &at)
      for i in replacements.indices {
        out.put(i == 0 ? joints.quote : joints.next, &at)
        out.put(escaping: replacements[i], &at)
      }
      out.put(replacements.isEmpty ? joints.fix : joints.fixBehindReplacement, &at)
      out.put(joints.piece(for: finding.safety), &at)
      out.put(joints.entry, &at)
      put(entry, joints, &out, &at)
      out.put(joints.glossary, &at)
      put(glossary, joints, &out, &at)
      out.put(joints.grade, &at)
      out.put(joints.piece(for: finding.grade), &at)
    }
  }

  /// The rest, of which most findings have nothing but the fingerprint.
  ///
  /// - Returns: Where the fingerprint ends.
  private static func write(
    endOf finding: Finding, _ fingerprint: FingerprintNumber, _ positions: Positions, _ origin: DraftOrigin, to writer: inout JSONWriter
  ) -> Int {
    let joints = Joints.shared, systems = finding.systems, related = finding.related
    let isBare = systems.isEmpty && related.isEmpty
    if !isBare {
      writer.goOn(atMost: Joints.room, isValue: false) { $0.put(joints.systems, &$1) }
      writer.array(systems) { $0.string($1) }
      writer.goOn(atMost: Joints.room, isValue: false) { $0.put(joints.related, &$1) }
      writer.array(related) { write($1, positions, origin, to: &$0) }
    }
    let silence = finding.silence, baseline = finding.baseline, isEnd = silence == nil && baseline == nil
    var end = 0
    writer.goOn(atMost: Joints.room, isValue: true) { out, at in
      if isBare { out.put(joints.nothingMore, &at) }
      out.put(joints.fingerprint, &at)
      out.put(hexadecimal: fingerprint.hash, &at)
      if fingerprint.count > 1 {
        out.put(joints.count, &at)
        out.put(fingerprint.count, &at)
      }
      end = at
      out.put(isEnd ? joints.end : joints.quote, &at)
    }
    if isEnd { return end }
    if let silence {
      writer.key("silence")
      writer.object {
        $0.member("kind", silence.kind.rawValue)
        $0.member("reason", silence.reason)
      }
    }
    if let baseline { writer.member("baseline", baseline.rawValue) }
    writer.goOn(atMost: Joints.room, isValue: true) { $0.put(joints.close, &$1) }
    return end
  }

  @inline(__always)
  private static func put(_ wording: Finding.Wording, _ joints: Joints, _ out: inout MutableRawSpan, _ at: inout Int) {
    switch wording {
    case .text(let text):
      out.put(joints.message, &at)
      out.put(escaping: text, &at)
      out.put(joints.text, &at)
    case .shouldBe(let seen, let wanted):
      out.put(joints.seen, &at)
      out.put(escaping: seen, &at)
      out.put(joints.wanted, &at)
      out.put(escaping: wanted, &at)
      out.put(joints.textBehindWanted, &at)
    }
  }

  /// A string, or `null`.
  @inline(__always)
  private static func put(_ text: String?, _ joints: Joints, _ out: inout MutableRawSpan, _ at: inout Int) {
    guard let text else { return out.put(joints.null, &at) }
    out.put(joints.quote, &at)
    out.put(escaping: text, &at)
    out.put(joints.quote, &at)
  }

  /// What follows on the beginning of a span, up to the end of its position.
  @inline(__always)
  private static func put(
    _ span: Span, _ places: (start: Position, end: Position), _ origin: DraftOrigin, _ joints: Joints, _ out: inout MutableRawSpan,
    _ at: inout Int
  ) {
    out.put(origin.offset + span.start, &at)
    out.put(joints.spanEnd, &at)
    out.put(origin.offset + span.end, &at)
    out.put(joints.startLine, &at)
    out.put(places.start.line, &at)
    out.put(joints.column, &at)
    out.put(places.start.column, &at)
    out.put(joints.endLine, &at)
    out.put(places.end.line, &at)
    out.put(joints.column, &at)
    out.put(places.end.column, &at)
    out.put(joints.placeEnd, &at)
  }

  private static func write(_ related: Finding.Related, _ positions: Positions, _ origin: DraftOrigin, to writer: inout JSONWriter) {
    let joints = Joints.shared, places = related.elsewhere.map { ($0.start, $0.end) } ?? positions.positions(of: related.span)
    writer.object {
      $0.member("message", related.message)
      if let elsewhere = related.elsewhere { $0.member("path", elsewhere.path) }
      $0.goOn(atMost: Joints.room, isValue: true) { out, at in
        out.put(joints.relatedSpan, &at)
        put(related.span, places, origin, joints, &out, &at)
      }
    }
  }
}

extension Finding.Wording {
  /// How many bytes its texts have.
  fileprivate var length: Int {
    switch self {
    case .text(let text): text.utf8.count
    case .shouldBe(let seen, let wanted): seen.utf8.count + wanted.utf8.count
    }
  }
}

/// What stands between the values that every finding has, the quotation marks of strings included.
private final class Joints: Sendable {
  static let shared = Joints()

  /// More than all of them take, with the numbers, the id of the check and the other words of our own.
  static let room = 1000

  let check = FixedText(#"{"check": ""#)
  let severity = FixedText(#"", "severity": ""#)
  let message = FixedText(#"", "message": ""#)
  let seen = FixedText(#"", "message": ""# + Finding.Wording.opening)
  let wanted = FixedText(Finding.Wording.joint)
  let textBehindWanted = FixedText(Finding.Wording.closing + #"", "text": ""#)
  let text = FixedText(#"", "text": ""#)
  let span = FixedText(#"", "span": {"start": "#)
  let relatedSpan = FixedText(#", "span": {"start": "#)
  let spanEnd = FixedText(#", "end": "#)
  let startLine = FixedText(#"}, "start": {"line": "#)
  let column = FixedText(#", "column": "#)
  let endLine = FixedText(#"}, "end": {"line": "#)
  let placeEnd = FixedText("}")
  let replacements = FixedText(#", "replacements": ["#)
  let next = FixedText(#"", ""#)
  let fix = FixedText(#"], "fix": ""#)
  let fixBehindReplacement = FixedText(#""], "fix": ""#)
  let entry = FixedText(#"", "entry": "#)
  let glossary = FixedText(#", "glossary": "#)
  let grade = FixedText(#", "grade": "#)
  let systems = FixedText(#", "systems": "#)
  let related = FixedText(#", "related": "#)
  let fingerprint = FixedText(#", "fingerprint": "v1-"#)
  let nothingMore = FixedText(#", "systems": [], "related": []"#)
  let count = FixedText(":")
  let quote = FixedText("\"")
  let null = FixedText("null")
  let end = FixedText("\"}")
  let close = FixedText("}")

  private let error = FixedText(Severity.error.rawValue), warning = FixedText(Severity.warning.rawValue), note = FixedText(Severity.note.rawValue)
  private let safe = FixedText(Fix.Safety.safe.rawValue), review = FixedText(Fix.Safety.review.rawValue), none = FixedText("none")
  private let listed = quoted(.listed), system = quoted(.system), skeleton = quoted(.skeleton), fuzzy = quoted(.fuzzy)
  private let caseForm = quoted(.case)

  private static func quoted(_ grade: Grade) -> FixedText { FixedText("\"\(grade.rawValue)\"") }

  func piece(for severity: Severity) -> FixedText {
    switch severity {
    case .error: error
    case .warning: warning
    case .note: note
    }
  }

  func piece(for safety: Fix.Safety?) -> FixedText {
    switch safety {
    case .safe: safe
    case .review: review
    case nil: none
    }
  }

  func piece(for grade: Grade?) -> FixedText {
    switch grade {
    case .listed: listed
    case .system: system
    case .skeleton: skeleton
    case .fuzzy: fuzzy
    case .case: caseForm
    case nil: null
    }
  }
}
