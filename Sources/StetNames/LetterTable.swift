/// A letter table ready to write names by, without ICU: what `LetterRule.transliteratorRules` describes, in a form that
/// costs a look-up a letter. Glossaries of ten thousand names need a million renderings, which took ICU most of a second;
/// a test compares the two on every table.
final class LetterTable: Sendable {
  /// One row that depends on its neighbours or is for several letters.
  private struct Rule: Sendable {
    /// The letters after the first, as classes.
    let rest: [UInt8]
    /// Which classes may stand before and after, a bit each.
    let before: UInt64
    let after: UInt64
    let output: Range<Int>
  }

  /// What is known of one letter.
  private struct Cell: Sendable {
    /// Its rules in `rules`, the first that fits holds.
    var rules = 0..<0
    /// What it becomes otherwise; nil: it stays.
    var output: Range<Int>?
  }

  private let cells: [Cell]
  private let rules: [Rule]
  private let outputs: [UInt16]

  /// Nil if a row speaks of a letter that has no class.
  init?(_ letters: [LetterRule]) {
    let ordered = LetterRule.ordered(letters)
    var cells = [Cell](repeating: Cell(), count: 64), rules: [Rule] = [], outputs: [UInt16] = []
    var contextual: [[Rule]] = Array(repeating: [], count: 64)
    for row in ordered {
      guard let source = LetterClass.classes(of: row.source), let first = source.first,
        let (before, after) = LetterTable.surroundings(of: row.context)
      else { return nil }
      let start = outputs.count
      outputs += row.output.utf16
      if row.context == .default && source.count == 1 {
        if cells[Int(first)].output == nil { cells[Int(first)].output = start..<outputs.count }
      } else {
        contextual[Int(first)].append(
          Rule(rest: Array(source.dropFirst()), before: before, after: after, output: start..<outputs.count))
      }
    }
    for letter in contextual.indices where !contextual[letter].isEmpty {
      cells[letter].rules = rules.count..<rules.count + contextual[letter].count
      rules += contextual[letter]
    }
    self.cells = cells
    self.rules = rules
    self.outputs = outputs
  }

  private static func surroundings(of context: LetterRule.Context) -> (before: UInt64, after: UInt64)? {
    let any = UInt64.max, edge = LetterClass.bit(LetterClass.edge)
    let vowels = LetterClass.bits(LetterRule.vowels)
    switch context {
    case .default: return (any, any)
    case .start: return (edge, any)
    case .final: return (any, edge)
    case .startOrVowel: return (edge | vowels | LetterClass.bits(LetterRule.signs) | LetterClass.bits(["й"]), any)
    case .postVowel: return (vowels, any)
    case .postSign: return (LetterClass.bits(LetterRule.signs), any)
    case .postConsonant: return (LetterClass.bits(LetterRule.consonants), any)
    case .beforeSoft: return (any, LetterClass.bits(LetterRule.soft))
    case .intervocalic: return (vowels, vowels)
    case .after(let letters): return LetterClass.classes(of: letters).map { (LetterClass.bits($0), any) }
    case .before(let letters): return LetterClass.classes(of: letters).map { (any, LetterClass.bits($0)) }
    }
  }

  /// Appends one name of a batch.
  func write(_ name: Int, of batch: NameBatch, to latin: inout [UInt16]) {
    let end = batch.range(of: name).upperBound
    var i = batch.range(of: name).lowerBound
    // A group counts as the letter it ends with for what comes after it.
    var before = LetterClass.bit(LetterClass.edge)
    while i < end {
      let cell = cells[Int(batch.classes[i])]
      var output = cell.output, length = 1
      for number in cell.rules {
        let after = i + rules[number].rest.count + 1
        guard after <= end, rules[number].before & before != 0, fits(rules[number].rest, batch, i + 1),
          rules[number].after & LetterClass.bit(after < end ? batch.classes[after] : LetterClass.edge) != 0
        else { continue }
        output = rules[number].output
        length = after - i
        break
      }
      if let output { for at in output { latin.append(outputs[at]) } } else { latin.append(batch.text[i]) }
      i += length
      before = LetterClass.bit(batch.classes[i - 1])
    }
  }

  private func fits(_ rest: [UInt8], _ batch: NameBatch, _ start: Int) -> Bool {
    for i in rest.indices where rest[i] != batch.classes[start + i] { return false }
    return true
  }
}

/// Numbers below 64 for the characters that letter tables tell apart.
enum LetterClass {
  /// What is no part of a word; also a name's start and end.
  static let edge: UInt8 = 62
  /// A letter or mark that no table speaks of.
  static let other: UInt8 = 63

  @inline(__always)
  static func bit(_ letter: UInt8) -> UInt64 { 1 << UInt64(letter) }

  static func bits(_ letters: [UInt8]) -> UInt64 { letters.reduce(0) { $0 | bit($1) } }
  static func bits(_ letters: [Unicode.Scalar]) -> UInt64 { bits(letters.compactMap { $0.value < 0x10000 ? number(UInt16($0.value)) : nil }) }

  /// The class of a letter that tables have rows for.
  @inline(__always)
  static func number(_ unit: UInt16) -> UInt8? {
    switch unit {
    case 0x430...0x45F: UInt8(unit - 0x430)
    case 0x491: 48
    case 0x2019: 49
    default: nil
    }
  }

  static func classes(of text: String) -> [UInt8]? {
    var classes: [UInt8] = []
    for unit in text.utf16 {
      guard let letter = number(unit) else { return nil }
      classes.append(letter)
    }
    return classes
  }
}
