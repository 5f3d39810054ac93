import StetText

/// A part of a draft that is too large to be read at once.
public struct DraftPart: Sendable {
  public let source: DraftSource
  /// From 0.
  public let number: Int
  /// The draft ends with it.
  public let isLast: Bool
  let file: SharedFile
  /// The bytes it answers for: findings that begin here are its own.
  let own: Range<Int>
  /// The bytes that are read for it: its own, with paragraphs before and after.
  let read: Range<Int>
  /// How many lines stand before what is read, and before and after its own bytes.
  let line: Int
  let lines: Range<Int>

  /// - Throws: A failure if the file is not what it was when it was cut.
  func bytes() throws(DraftFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    do throws(SystemCode) {
      bytes = try file.read(read)
    } catch {
      throw DraftFailure(source, FileError.reason(of: error.number))
    }
    guard bytes.count == read.count, file.isUnchanged else {
      throw DraftFailure(source, "it has changed while it was being read")
    }
    return bytes
  }
}

extension DraftPart {
  /// The parts of a draft, in order; nil where it is not to be cut: it has no place for it, something in it speaks of the whole,
  /// or it is no UTF-8.
  static func parts(of source: DraftSource, _ file: SharedFile, _ sizes: PartSizes) throws(SystemCode) -> [DraftPart]? {
    guard let found = try cuts(in: file, Format(path: source.shown), spacing: sizes.spacing) else { return nil }
    let parts = cut(source, file, found.cuts, lines: found.lines, sizes)
    return parts.count > 1 ? parts : nil
  }

  private static let window = 1 << 18

  /// Nil if the draft must stay whole, or has changed meanwhile.
  private static func cuts(
    in file: SharedFile, _ format: Format, spacing: Int
  ) throws(SystemCode) -> (cuts: [Cut], lines: Int)? {
    var scanner = CutScanner(format, spacing: spacing)
    var window = [UInt8](repeating: 0, count: DraftPart.window)
    var base = 0, start = 0, held = 0
    while true {
      held += try file.read(at: base + held, into: &window, from: held)
      let isLast = base + held >= file.status.size
      guard isLast || held == window.count else { return nil }
      let end = scanner.scan(window, from: start, to: held, base: base, isLast: isLast)
      if scanner.mustStayWhole { return nil }
      if isLast { return file.isUnchanged ? (scanner.cuts, scanner.line) : nil }
      let kept = max(0, end - CutScanner.lookbehind)
      for i in kept..<held { window[i - kept] = window[i] }
      (base, start, held) = (base + kept, end - kept, held - kept)
    }
  }

  /// What is read around a part is no larger than the part should be: where no cut is near, nothing is.
  private static func cut(_ source: DraftSource, _ file: SharedFile, _ found: [Cut], lines: Int, _ sizes: PartSizes) -> [DraftPart] {
    let cuts = [Cut(offset: 0, line: 0)] + found + [Cut(offset: file.status.size, line: lines)]
    var parts: [DraftPart] = []
    var first = 0
    while first < cuts.count - 1 {
      var last = first + 1
      while last < cuts.count - 1, cuts[last].offset - cuts[first].offset < sizes.part { last += 1 }
      var before = first, after = last
      while before > 0, cuts[first].offset - cuts[before].offset < sizes.before { before -= 1 }
      while cuts[first].offset - cuts[before].offset > max(sizes.part, sizes.before) { before += 1 }
      while after < cuts.count - 1, cuts[after].offset - cuts[last].offset < sizes.after { after += 1 }
      while cuts[after].offset - cuts[last].offset > max(sizes.part, sizes.after) { after -= 1 }
      parts.append(
        DraftPart(
          source: source, number: parts.count, isLast: last == cuts.count - 1, file: file,
          own: cuts[first].offset..<cuts[last].offset, read: cuts[before].offset..<cuts[after].offset, line: cuts[before].line,
          lines: cuts[first].line..<cuts[last].line))
      first = last
    }
    return parts
  }
}
