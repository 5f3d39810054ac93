import StetText

/// What a finding is known by from run to run: "v1-8f2c…" (16 hexadecimal digits), made from the check, the text and up to
/// three words on either side within the segment. Edits elsewhere, re-wrapping and other line ends leave it alone.
///
/// Equal ones within a draft are numbered in the order of reports: the second ends in ":2". A note on the whole draft has
/// no context, since its place moves with the first mention.
///
/// - Returns: One for each finding, in the order given.
public func fingerprints(of findings: [Finding], in draft: Draft) -> [String] {
  fingerprintKeys(of: findings, in: draft).map(\.print)
}

/// What a finding is recognised by later, though the copy around it has been worked on.
public struct FingerprintKey: Hashable, Sendable {
  /// Check, text and context of both sides, numbered: "v1-8f2c…:2".
  public let print: String
  /// Check, text and the words of one side; nil where there are too few words to tell anything.
  public let before: String?
  public let after: String?

  /// The print without its number.
  public var base: Substring { print.prefix { $0 != ":" } }
}

/// The keys of findings, in the order given.
public func fingerprintKeys(of findings: [Finding], in draft: Draft) -> [FingerprintKey] {
  var result = findings.map { _ in FingerprintKey(print: "", before: nil, after: nil) }
  var seen: [UInt64: Int] = [:]
  for index in findings.indices.sorted(by: { Finding.precedes(findings[$0], findings[$1]) }) {
    let (hash, before, after) = hashes(of: findings[index], in: draft)
    let count = seen[hash, default: 0] + 1
    seen[hash] = count
    result[index] = FingerprintKey(
      print: "v1-" + hexadecimal(hash) + (count > 1 ? ":\(count)" : ""), before: before.map(short), after: after.map(short))
  }
  return result
}

/// A fingerprint of several texts together, for a format that needs another one than ours: 16 hexadecimal digits.
public func fingerprint(of parts: [String]) -> String {
  var hash = FingerprintHash()
  for part in parts { hash.add(part.utf8) }
  return hexadecimal(hash.value)
}

/// One side's context means something from two words on.
private let leastContext = 2

private func hashes(of finding: Finding, in draft: Draft) -> (whole: UInt64, before: UInt64?, after: UInt64?) {
  var hash = FingerprintHash()
  hash.add(finding.check.utf8)
  if finding.concernsWholeDraft {
    if let entry = finding.entry { hash.add(entry.utf8) } else { hash.add(draft.text[finding.span.range].prefix(200)) }
    return (hash.value, nil, nil)
  }
  hash.add(draft.text[finding.span.range])
  let context = context(of: finding.span, in: draft)
  func half(_ words: [Span], _ side: UInt8) -> UInt64? {
    guard words.count >= leastContext else { return nil }
    var half = hash
    half.add([side])
    for word in words { half.add(draft.text[word.range]) }
    return half.value
  }
  let halves = (half(context.before, UInt8(ascii: "<")), half(context.after, UInt8(ascii: ">")))
  for word in context.before { hash.add(draft.text[word.range]) }
  hash.endPart()
  for word in context.after { hash.add(draft.text[word.range]) }
  return (hash.value, halves.0, halves.1)
}

private func short(_ hash: UInt64) -> String { String(hexadecimal(hash).prefix(8)) }

/// Up to three words on either side of a span, in the same segment, in order of distance.
private func context(of span: Span, in draft: Draft) -> (before: [Span], after: [Span]) {
  let next = draft.tokens.firstIndex(startingFrom: span.end)
  // The token that holds the span, or the one before it: an empty span at the end of a paragraph belongs to that.
  let own = max(0, draft.tokens.firstIndex(startingFrom: max(span.start + 1, span.end)) - 1)
  guard let segment = draft.segment(ofToken: own) else { return ([], []) }
  func words(_ tokens: some Collection<Int>) -> [Span] {
    // Rows of punctuation are not searched for ever.
    let near = tokens.prefix(24).map { draft.tokens[$0] }
    return near.filter { ($0.kind == .word || $0.kind == .number) && !$0.span.overlaps(span) }.prefix(3).map(\.span)
  }
  let before = (0..<draft.tokens.firstIndex(startingFrom: span.start)).clamped(to: segment.tokens)
  let after = (next..<draft.tokens.count).clamped(to: segment.tokens)
  return (words(before.reversed()), words(after))
}

private func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// FNV-1a with a finishing mix. Recorded in baselines: a change needs a new version in the prefix.
private struct FingerprintHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Adds a part; white space of any length counts as one space.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var isAfterSpace = false
    for byte in bytes {
      let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
      if !isSpace { add(byte) } else if !isAfterSpace { add(0x20) }
      isAfterSpace = isSpace
    }
    endPart()
  }

  /// A byte that UTF-8 never has keeps "ab" + "c" apart from "a" + "bc".
  mutating func endPart() { add(0xFF) }

  var value: UInt64 {
    let mixed = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 32)
  }
}
