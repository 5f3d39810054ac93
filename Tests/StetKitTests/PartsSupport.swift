import StetTestSupport
import StetText

/// Drafts made at random, to be cut.
enum PartsSupport {
  private static let words = ["bridge", "mayor", "the", "of", "river", "é", "Київ", "“quoted”", "said", "it’s", "and", "👩‍👩‍👧", "ferry", "a"]
  private static let lineEnds = ["\n", "\n", "\n", "\r\n", "\r"]

  static func sentence(_ dice: inout Dice) -> String {
    "The " + (0..<dice.roll(2..<12)).map { _ in dice.pick(words) }.joined(separator: " ") + "."
  }

  /// Blocks of every kind that Markdown has, in any order.
  ///
  /// - Parameter isIndented: Whether some of them are, so that nobody knows what belongs to the list before it.
  static func markdown(_ dice: inout Dice, blocks: Int, isIndented: Bool) -> [UInt8] {
    var text = dice.roll(0..<4) == 0 ? "---\ntitle: One\n\nlead: two\n---\n\n" : ""
    for _ in 0..<blocks {
      let indent = String(repeating: " ", count: isIndented ? max(0, dice.roll(0..<12) - 8) : 0)
      text += indent + block(&dice) + "\n" + String(repeating: "\n", count: dice.roll(0..<3))
    }
    let end = dice.pick(lineEnds)
    return Array((end == "\n" ? text : text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)).utf8)
  }

  private static func block(_ dice: inout Dice) -> String {
    let one = sentence(&dice), two = sentence(&dice)
    switch dice.roll(0..<26) {
    case 0: return "- \(one)\n\n  \(two)"
    case 1: return "1. \(one)\n2. \(two)"
    case 2: return "> \(one)\n\(two)"
    case 3: return "```\n\(one)\n\n\(two)\n```"
    case 4: return "~~~~ x\n\(one)\n\n~~~\n\n\(two)\n~~~~"
    case 5: return "<!-- \(one)\n\n\(two) -->"
    case 6: return "<pre>\n\(one)\n\n\(two)\n</pre>"
    case 7: return "<div>\n\(one)\n\n\(two)\n\n</div>"
    case 8: return "    \(one)\n\n    \(two)"
    case 9: return "# \(one)"
    case 10: return "a | b\n--|--\n\(one) | \(two)"
    case 11: return "\(one)\n==="
    case 12: return "***"
    case 13: return "- ```\n  \(one)\n\n  \(two)"
    default: return dice.roll(0..<2) == 0 ? "\(one) \(two)" : "\(one)\n\(two)"
    }
  }
}
