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
    write(finding.check, finding.span, finding.details, draft, positions, origin, to: &writer)
    return write(ending: finding.details, fingerprint, positions, origin, to: &writer)
  }

  /// Everything up to the grade.
  private static func write(
    _ check: String, _ span: Span, _ details: Finding.Details, _ draft: Draft, _ positions: Positions, _ origin: DraftOrigin,
    to writer: inout JSONWriter
  ) {
    let joints = Joints.shared, places = positions.positions(of: span)
    let texts = span.count + details.message.length + details.lengthOfNames
    writer.begin(atMost: Joints.room + 6 * texts) { out, at in
      out.put(joints.check, &at)
      out.put(check, &at)
      out.put(joints.severity, &at)
      out.put(details.severity.rawValue, &at)
      put(details.message, joints, &out, &at)
      out.put(escaping: draft.text, span.range, &at)
      out.put(joints.span, &at)
      put(span, places, origin, joints, &out, &at)
      out.put(joints.replacements, &at)
      for i in details.replacements.indices {
        out.put(i == 0 ? joints.first : joints.next, &at)
        out.put(escaping: details.replacements[i], &at)
      }
      out.put(details.replacements.isEmpty ? joints.fix : joints.fixBehindReplacement, &at)
      out.put(details.fix?.safety.rawValue ?? "none", &at)
      out.put(joints.entry, &at)
      put(details.entry, joints, &out, &at)
      out.put(joints.glossary, &at)
      put(details.glossary, joints, &out, &at)
      out.put(joints.grade, &at)
      put(details.grade?.rawValue, joints, &out, &at)
    }
  }

  /// The rest, of which most findings have nothing but the fingerprint.
  ///
  /// - Returns: Where the fingerprint ends.
  private static func write(
    ending details: Finding.Details, _ fingerprint: FingerprintNumber, _ positions: Positions, _ origin: DraftOrigin,
    to writer: inout JSONWriter
  ) -> Int {
    let joints = Joints.shared, isBare = details.systems.isEmpty && details.related.isEmpty
    if !isBare {
      writer.goOn(atMost: Joints.room, isValue: false) { $0.put(joints.systems, &$1) }
      writer.array(details.systems) { $0.string($1) }
      writer.goOn(atMost: Joints.room, isValue: false) { $0.put(joints.related, &$1) }
      writer.array(details.related) { write($1, positions, origin, to: &$0) }
    }
    var end = 0
    writer.goOn(atMost: Joints.room, isValue: true) { out, at in
      out.put(isBare ? joints.fingerprintAlone : joints.fingerprint, &at)
      out.put(hexadecimal: fingerprint.hash, &at)
      if fingerprint.count > 1 {
        out.put(joints.count, &at)
        out.put(fingerprint.count, &at)
      }
      end = at
      out.put(joints.quote, &at)
    }
    if let silence = details.silence {
      writer.key("silence")
      writer.object {
        $0.member("kind", silence.kind.rawValue)
        $0.member("reason", silence.reason)
      }
    }
    if let state = details.baseline { writer.member("baseline", state.rawValue) }
    writer.goOn(atMost: Joints.room, isValue: true) { $0.put(joints.end, &$1) }
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

extension Finding.Details {
  /// How many bytes the names have that a finding tells, and what stands between them.
  fileprivate var lengthOfNames: Int {
    replacements.reduce((entry?.utf8.count ?? 0) + (glossary?.utf8.count ?? 0)) { $0 + 4 + $1.utf8.count }
  }
}

/// What stands between the values that every finding has, the quotation marks of strings included.
private final class Joints: Sendable {
  static let shared = Joints()

  /// More than all of them take, with the numbers, the id of the check and the other words of our own.
  static let room = 1000

  let check = piece(#"{"check": ""#)
  let severity = piece(#"", "severity": ""#)
  let message = piece(#"", "message": ""#)
  let seen = piece(#"", "message": ""# + Finding.Wording.opening)
  let wanted = piece(Finding.Wording.joint)
  let textBehindWanted = piece(Finding.Wording.closing + #"", "text": ""#)
  let text = piece(#"", "text": ""#)
  let span = piece(#"", "span": {"start": "#)
  let relatedSpan = piece(#", "span": {"start": "#)
  let spanEnd = piece(#", "end": "#)
  let startLine = piece(#"}, "start": {"line": "#)
  let column = piece(#", "column": "#)
  let endLine = piece(#"}, "end": {"line": "#)
  let placeEnd = piece("}")
  let replacements = piece(#", "replacements": ["#)
  let first = piece("\"")
  let next = piece(#"", ""#)
  let fix = piece(#"], "fix": ""#)
  let fixBehindReplacement = piece(#""], "fix": ""#)
  let entry = piece(#"", "entry": "#)
  let glossary = piece(#", "glossary": "#)
  let grade = piece(#", "grade": "#)
  let systems = piece(#", "systems": "#)
  let related = piece(#", "related": "#)
  let fingerprint = piece(#", "fingerprint": "v1-"#)
  let fingerprintAlone = piece(#", "systems": [], "related": [], "fingerprint": "v1-"#)
  let count = piece(":")
  let quote = piece("\"")
  let null = piece("null")
  let end = piece("}")

  private static func piece(_ text: String) -> [UInt8] { Array(text.utf8) }
}
