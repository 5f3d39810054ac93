import StetNames
import StetText

// Questions about the tokens of the segment; outside it, nothing is anything.
extension OrphanMarks {
  func isMark(_ i: Int, _ mark: Unicode.Scalar) -> Bool { segment.contains(i) && tokens[i].isMark(mark) }
  func isDot(_ i: Int) -> Bool { isMark(i, ".") || isMark(i, "…") }
  /// White space stands before it, or it is the end.
  func isSpaced(_ i: Int) -> Bool { !segment.contains(i) || tokens[i].flags.contains(.spaceBefore) }
  func isCapitalized(_ i: Int) -> Bool { tokens[i].flags.contains(.capitalized) }
  func lower(_ i: Int) -> String { draft.string(tokens[i]).lowercased() }

  func isQuote(_ i: Int) -> Bool { ["”", "“", "\"", "’", "‘", "'", "»"].contains { isMark(i, $0) } }
  /// A closing quotation mark or bracket: nothing parts it from what it closes.
  func isClosing(_ i: Int) -> Bool { !isSpaced(i) && (isQuote(i) || isMark(i, ")") || isMark(i, "]")) }

  /// A word, a number or what closes: something a mark may follow.
  func endsSomething(_ i: Int) -> Bool {
    guard segment.contains(i) else { return false }
    switch tokens[i].kind {
    case .word, .number: return true
    case .opaque: return false
    case .punctuation:
      return isClosing(i) && i > segment.lowerBound || isMark(i, "%") || isMark(i, "°") || isMark(i, "?") || isMark(i, "!")
    }
  }

  /// "-u" of a command line
  func isOption(_ i: Int) -> Bool {
    i - 1 >= segment.lowerBound && tokens[i - 1].isHyphen && !isSpaced(i) && isSpaced(i - 1)
  }

  func beginsSentence(_ i: Int) -> Bool {
    guard segment.contains(i) else { return true }
    switch tokens[i].kind {
    case .word, .number: return isCapitalized(i) || tokens[i].kind == .number
    case .opaque: return false
    case .punctuation:
      return isQuote(i) || isMark(i, ")") || isMark(i, "(") || isMark(i, "–") || isMark(i, "—") || isMark(i, "«") || isMark(i, "„")
    }
  }

  func isSingleLetter(_ i: Int) -> Bool {
    guard segment.contains(i) else { return false }
    return tokens[i].kind != .punctuation && tokens[i].length == 1 && !isCapitalized(i)
  }

  func isAbbreviated(_ i: Int) -> Bool {
    guard segment.contains(i), tokens[i].kind == .word else { return false }
    return tokens[i].length == 1 || WordList.abbreviations.contains(lower(i))
  }

  func isOrdinaryWord(_ i: Int) -> Bool { tokens[i].kind == .word && WordList.english.contains(lower(i)) }
  func isEnglish(_ i: Int) -> Bool { isOrdinaryWord(i) || WordList.shortWords.contains(lower(i)) }

  /// Source code, a table or mathematics printed as prose.
  func isCode(_ i: Int) -> Bool {
    for at in max(segment.lowerBound, i - 2)..<min(segment.upperBound, i + 3) where at != i && tokens[at].kind == .punctuation {
      // = { } _ \ < > | ^ ~ `
      switch tokens[at].key.rawValue {
      case 0x3D, 0x7B, 0x7D, 0x5F, 0x5C, 0x3C, 0x3E, 0x7C, 0x5E, 0x7E, 0x60: return true
      default: continue
      }
    }
    return false
  }
}
