import StetText

/// What a finding is known by from run to run: "v1-8f2c…" (16 hexadecimal digits), made from the check, the text and up to
/// three words on either side within the segment. Edits elsewhere, re-wrapping and other line ends leave it alone.
///
/// Equal ones within a draft are numbered in the order of reports: the second ends in ":2". A note on the whole draft has
/// no context, since its place moves with the first mention.
///
/// - Returns: One for each finding, in the order given.
public func fingerprints(of findings: [Finding], in draft: Draft) -> [String] { fingerprintNumbers(of: findings, in: draft).map(\.text) }

/// A fingerprint that nobody has needed as text so far.
public struct FingerprintNumber: Sendable {
  /// Without the number.
  public let hash: UInt64
  /// Which of equal ones it is, from 1.
  public let count: Int

  fileprivate init(_ hash: UInt64, count: Int) {
    self.hash = hash
    self.count = count
  }

  /// The same as the first of equal ones has it.
  public var first: FingerprintNumber { FingerprintNumber(hash, count: 1) }

  /// "v1-8f2c…", or "v1-8f2c…:2".
  public var text: String { "v1-" + hexadecimal(hash) + (count > 1 ? ":\(count)" : "") }
}

/// The fingerprints of findings, in the order given, for whoever writes bytes.
public func fingerprintNumbers(of findings: [Finding], in draft: Draft) -> [FingerprintNumber] {
  var result: [FingerprintNumber] = []
  var seen: [UInt64: Int] = [:], begun = BegunHashes(), near = 0
  seen.reserveCapacity(findings.count)
  func count(_ number: inout Int) -> Int {
    number += 1
    return number
  }
  func add(_ finding: Finding) {
    let hash = hash(of: finding, in: draft, begun.hash(with: finding.check), &near)
    result.append(FingerprintNumber(hash, count: count(&seen[hash, default: 0])))
  }
  result.reserveCapacity(findings.count)
  guard let order = order(of: findings) else {
    for finding in findings { add(finding) }
    return result
  }
  for index in order { add(findings[index]) }
  var numbers = result
  for (place, index) in order.enumerated() { numbers[index] = result[place] }
  return numbers
}

/// The indices of findings in the order of reports; nil if that is the order they have.
private func order(of findings: [Finding]) -> [Int]? {
  let isSorted = findings.indices.dropFirst().allSatisfy { !Finding.precedes(findings[$0], findings[$0 - 1]) }
  return isSorted ? nil : findings.indices.sorted { Finding.precedes(findings[$0], findings[$1]) }
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
  zip(findings, fingerprintNumbers(of: findings, in: draft)).map { finding, print in
    let (before, after) = halves(of: finding, in: draft)
    return FingerprintKey(print: print.text, before: before.map(short), after: after.map(short))
  }
}

/// A fingerprint of several texts together, for a format that needs another one than ours: 16 hexadecimal digits.
public func fingerprint(of parts: [String]) -> String {
  var hash = FingerprintHash()
  for part in parts { hash.add(part.utf8) }
  return hexadecimal(hash.value)
}

/// One side's context means something from two words on.
private let leastContext = 2

/// The hash of check, text and the words of both sides.
///
/// - Parameters:
///   - begun: The hash of the check.
///   - token: Where the finding before was found, and where this one is.
private func hash(of finding: Finding, in draft: Draft, _ begun: FingerprintHash, _ token: inout Int) -> UInt64 {
  var hash = begun
  if finding.concernsWholeDraft {
    if let entry = finding.entry { hash.add(entry.utf8) } else { hash.add(draft.text[finding.span.range].prefix(200)) }
    return hash.value
  }
  hash.add(draft.text, finding.span)
  let near = Surroundings(of: finding.span, in: draft, &token)
  near.forEachWord(.before) { hash.add(draft.text, $0) }
  hash.endPart()
  near.forEachWord(.after) { hash.add(draft.text, $0) }
  return hash.value
}

/// The hashes that those of each check's findings begin with. Of a few checks one is found sooner than made anew.
private struct BegunHashes {
  private var known: [(check: String, hash: FingerprintHash)] = []

  mutating func hash(with check: String) -> FingerprintHash {
    for begun in known where begun.check == check { return begun.hash }
    var hash = FingerprintHash()
    hash.add(check.utf8)
    known.append((check, hash))
    return hash
  }
}

/// The hashes of check, text and the words of one side.
private func halves(of finding: Finding, in draft: Draft) -> (before: UInt64?, after: UInt64?) {
  if finding.concernsWholeDraft { return (nil, nil) }
  var token = 0
  let near = Surroundings(of: finding.span, in: draft, &token)
  func half(_ side: Surroundings.Side, _ mark: Unicode.Scalar) -> UInt64? {
    var hash = FingerprintHash(), words = 0
    hash.add(finding.check.utf8)
    hash.add(draft.text, finding.span)
    hash.add(CollectionOfOne(UInt8(ascii: mark)))
    near.forEachWord(side) {
      hash.add(draft.text, $0)
      words += 1
    }
    return words < leastContext ? nil : hash.value
  }
  return (half(.before, "<"), half(.after, ">"))
}

private func short(_ hash: UInt64) -> String { String(hexadecimal(hash).prefix(8)) }

/// The words on either side of a span, in the same segment.
private struct Surroundings {
  enum Side { case before, after }

  private let draft: Draft
  private let span: Span
  /// The tokens before the span and those behind it.
  private let before, after: Range<Int>

  /// - Parameter token: Some token before the span, if one is known; receives the first behind it.
  init(of span: Span, in draft: Draft, _ token: inout Int) {
    self.draft = draft
    self.span = span
    let next = draft.tokens.firstIndex(startingFrom: span.end, near: token)
    token = next
    // The token that holds the span, or the one before it: an empty span at the end of a paragraph belongs to that.
    let own = max(0, (span.isEmpty ? draft.tokens.firstIndex(startingFrom: span.start + 1) : next) - 1)
    guard let segment = draft.segment(ofToken: own) else {
      (before, after) = (0..<0, 0..<0)
      return
    }
    var first = next
    while first > segment.tokens.lowerBound, Int(draft.tokens[first - 1].start) >= span.start { first -= 1 }
    before = (0..<first).clamped(to: segment.tokens)
    after = (next..<draft.tokens.count).clamped(to: segment.tokens)
  }

  /// Up to three words on one side, the nearest first.
  func forEachWord(_ side: Side, _ body: (Span) -> Void) {
    let tokens = side == .before ? before : after
    var found = 0
    // Rows of punctuation are not searched for ever.
    for step in 0..<min(24, tokens.count) where found < 3 {
      let token = draft.tokens[side == .before ? tokens.upperBound - 1 - step : tokens.lowerBound + step]
      guard token.kind == .word || token.kind == .number, !token.span.overlaps(span) else { continue }
      body(token.span)
      found += 1
    }
  }
}

private func hexadecimal(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// FNV-1a with a finishing mix. Recorded in baselines: a change needs a new version in the prefix.
private struct FingerprintHash {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  @inline(__always)
  private mutating func add(_ byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

  /// Adds a part; white space of any length counts as one space.
  @inline(__always)
  mutating func add(_ text: [UInt8], _ span: Span) {
    let bytes = text.span.extracting(span.range)
    var isAfterSpace = false
    for i in 0..<bytes.count { add(bytes[i], &isAfterSpace) }
    endPart()
  }

  @inline(__always)
  mutating func add(_ bytes: some Sequence<UInt8>) {
    var isAfterSpace = false
    for byte in bytes { add(byte, &isAfterSpace) }
    endPart()
  }

  @inline(__always)
  private mutating func add(_ byte: UInt8, _ isAfterSpace: inout Bool) {
    let isSpace = byte == 0x20 || (0x09...0x0D).contains(byte)
    if !isSpace { add(byte) } else if !isAfterSpace { add(0x20) }
    isAfterSpace = isSpace
  }

  /// A byte that UTF-8 never has keeps "ab" + "c" apart from "a" + "bc".
  mutating func endPart() { add(0xFF) }

  var value: UInt64 {
    let mixed = (state ^ (state >> 32)) &* 0xD6E8_FEB8_6659_FD93
    return mixed ^ (mixed >> 32)
  }
}
