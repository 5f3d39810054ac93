import StetText

/// A stretch of a draft as what a reader sees as one character each: where they stand, and what a terminal makes of them.
struct ExcerptCells {
  /// Where each begins, and behind them where the last one ends.
  private var starts: [Int] = []
  /// How many cells of a terminal each takes; empty: one each.
  private var widths: [Int] = []
  /// What is shown of each; empty: what stands there.
  private var texts: [String] = []
  private let draft: Draft

  var count: Int { starts.count - 1 }
  /// All of it.
  var window: Span { Span(starts[0], starts[count]) }

  func width(of cell: Int) -> Int { widths.isEmpty ? 1 : widths[cell] }
  func width(of cells: Range<Int>) -> Int { widths.isEmpty ? cells.count : widths[cells].reduce(0, +) }
  func isSpace(_ cell: Int) -> Bool { texts.isEmpty ? draft.text[starts[cell]] == 0x20 : texts[cell] == " " }

  /// What is printed of some.
  func text(of cells: Range<Int>) -> String {
    texts.isEmpty ? draft.string(Span(starts[cells.lowerBound], starts[cells.upperBound])) : texts[cells].joined()
  }

  /// The first that ends behind a place.
  func first(behind place: Int) -> Int { max(0, starts.firstIndex(startingFrom: place + 1, \.self) - 1) }
  /// How many begin before a place.
  func count(before place: Int) -> Int { min(count, starts.firstIndex(startingFrom: place, \.self)) }

  /// Whatever stands there.
  init(of window: Span, in draft: Draft) {
    self.draft = draft
    starts = [window.start]
    for character in draft.string(window) {
      starts.append(starts[starts.count - 1] + character.utf8.count)
      var text = String.UnicodeScalarView()
      // Nobody can read the forty-first accent of a letter.
      for scalar in character.unicodeScalars.prefix(40) { text.append(SafeText.safe(scalar)) }
      texts.append(String(text))
      widths.append(SafeText.cells(String(text)))
    }
  }

  /// The characters around a place where each is one scalar of one cell that is shown as it is: letters of Latin and Cyrillic, and
  /// the marks of print. Nearly all drafts are made of these, and they are told without a `Character`. Nil if any other stands there.
  ///
  /// - Parameter reach: How many characters are wanted on either side.
  init?(plainAround place: Int, in line: Span, _ draft: Draft, reach: Int) {
    self.draft = draft
    let text = draft.text
    // One more on either side: what is next to a plain character may join it.
    var start = place, taken = 0
    while start > line.start, taken <= reach {
      start -= 1
      if text[start] & 0xC0 != 0x80 { taken += 1 }
    }
    starts.reserveCapacity(2 * reach + 3)
    starts.append(start)
    var at = start
    taken = 0
    while at < line.end, taken <= reach {
      let length = ExcerptCells.plainLength(text, at, line.end)
      if length == 0 { return nil }
      if at >= place { taken += 1 }
      at += length
      starts.append(at)
    }
  }

  /// How many bytes the plain character at a place has; 0 if none stands there.
  @inline(__always)
  private static func plainLength(_ text: [UInt8], _ at: Int, _ end: Int) -> Int {
    let lead = text[at]
    return lead >= 0x20 && lead < 0x7F ? 1 : plainLength(lead, text, at, end)
  }

  private static func plainLength(_ lead: UInt8, _ text: [UInt8], _ at: Int, _ end: Int) -> Int {
    guard at + 1 < end else { return 0 }
    let next = text[at + 1]
    switch lead {
    // U+00A0 to U+02FF but for the soft hyphen.
    case 0xC2: return next >= 0xA0 && next != 0xAD ? 2 : 0
    case 0xC3...0xCB: return 2
    // Cyrillic but for its combining marks.
    case 0xD0, 0xD1, 0xD3: return 2
    case 0xD2: return next <= 0x82 || next >= 0x8A ? 2 : 0
    // Dashes, quotation marks, ellipsis.
    case 0xE2:
      guard at + 2 < end, next == 0x80 else { return 0 }
      switch text[at + 2] {
      case 0x90...0x95, 0x98...0x9F, 0xA6: return 3
      default: return 0
      }
    default: return 0
    }
  }
}
