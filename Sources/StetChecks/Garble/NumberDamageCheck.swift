import StetFindings
import StetGlossary
import StetText

/// A number that came apart: "4, 1 thousands", "1 , 5 million", "the 1990 's".
struct NumberDamageCheck: Check {
  static let about = About(
    id: "number-damage", group: .garble, severity: .warning, fix: .review,
    summary: "A number was torn apart or its unit translated word for word.",
    why: "Readers take it for another number.",
    specificity: 60,
    examples: [
      .flags("The army lost ⟦4, 1 thousands⟧ of men.", reviewed: "The army lost 4.1 thousand of men."),
      .flags("It cost ⟦2,5 millions⟧ and ⟦3.5 billions⟧.", reviewed: "It cost 2.5 million and 3.5 billion."),
      .flags("It cost ⟦1 , 5 million⟧ euros, or ⟦3 .5 percent⟧.", reviewed: "It cost 1.5 million euros, or 3.5 percent."),
      .flags("In the ⟦1990 's⟧ they left; the ⟦1980 ’s⟧ were better.", reviewed: "In the 1990s they left; the 1980s were better."),
      .flags("They paid $⟦5 millions⟧.", reviewed: "They paid $5 million."),
      .flags("The dollar stood at UAH ⟦36 57⟧ after UAH 36.51.", reviewed: "The dollar stood at UAH 36.57 after UAH 36.51."),
      .flags("They hid where ⟦no 1⟧ knew them, and ⟦every 1⟧ was tired.", reviewed: "They hid where no one knew them, and everyone was tired."),
      .allows("The world no 1 said so. There is no 1 in it. A man and no 1 seed was there."),
      .allows("They paid EUR 5 20 years ago, $12 30 times and $5 in 12 of 30 towns; (USD 300, 40 of them) 12 30."),
      .allows("In 2014, 1 million people left; by 2022 millions had come back."),
      .allows("On May 5 thousands marched, and on May 6, 2 million did."),
      .allows("Tens of thousands, 4.1 thousand and 1,500,000; 1, 2, 3 thousand."),
      .allows("In the 1990s and the ’90s, 1990’s best film and Windows 95’s end."),
      .allows("He counted 1 , 2 , 3 and went on; 3 . 5 are left."),
      .allows("At 5, 1 percent of them left; chapter 3. 5 million were sold."),
      .allows("The road is 5'10\" wide and 4,100 thousand miles long."),
    ])

  func findings(in draft: Draft, context: Context) -> [Finding] {
    var findings: [Finding] = []
    for (segment, i) in context.survey.each(.number) {
      let range = segment.tokens
      if let finding = spelled(i, range, draft) ?? decade(i, range, draft) ?? plural(i, range, draft) ?? parted(i, range, draft) ?? amount(i, range, draft) { findings.append(finding) }
    }
    return findings
  }

  /// "no 1 expected it": a word of a word was taken for a number. "The world no 1 said" is a rank.
  private func spelled(_ i: Int, _ range: Range<Int>, _ draft: Draft) -> Finding? {
    guard draft.tokens[i].length == 1, draft.text[Int(draft.tokens[i].start)] == UInt8(ascii: "1"), i > range.lowerBound, range.contains(i + 1)
    else { return nil }
    let word = draft.tokens[i - 1], verb = draft.tokens[i + 1]
    guard Self.halves.contains(word.key), word.isSmallWord, verb.isSmallWord, Words.finiteVerbs.contains(verb.key), draft.followsOneSpace(i),
      draft.followsOneSpace(i + 1)
    else { return nil }
    if word.key == Self.no {
      guard i - 2 >= range.lowerBound, draft.tokens[i - 2].kind == .punctuation || Self.beforeNo.contains(draft.tokens[i - 2].key) else { return nil }
    }
    let joined = word.key == Self.no ? "no one" : draft.string(word) + "one"
    return finding(i - 1...i, joined, draft)
  }

  /// "1990 's"
  private func decade(_ i: Int, _ range: Range<Int>, _ draft: Draft) -> Finding? {
    guard range.contains(i + 2), draft.tokens[i].length == 4, draft.tokens[i].end > 0, isDigits(i, draft) else { return nil }
    let mark = draft.tokens[i + 1], ending = draft.tokens[i + 2]
    guard mark.isMark("'") || mark.isMark("’") || mark.isMark("‘"), mark.flags.contains(.spaceBefore), ending.length == 1,
      ending.key == Self.ending, !ending.flags.contains(.spaceBefore), draft.text[draft.tokens[i].end - 1] == UInt8(ascii: "0")
    else { return nil }
    return finding(i...i + 2, draft.string(draft.tokens[i]) + "s", draft)
  }

  /// "4, 1 thousands", "2,5 millions", "$5 millions": after a whole number alone it may be a date, "On May 5 thousands …".
  private func plural(_ i: Int, _ range: Range<Int>, _ draft: Draft) -> Finding? {
    guard range.contains(i + 1), let unit = Self.plurals[draft.tokens[i + 1].key], isUnit(i + 1, draft) else { return nil }
    let number = draft.string(draft.tokens[i])
    if i - 2 >= range.lowerBound, draft.tokens[i - 1].isMark(","), draft.tokens[i].flags.contains(.spaceBefore), isDigits(i, draft),
      draft.tokens[i - 2].kind == .number, draft.tokens[i].length <= 2, !draft.tokens[i - 1].flags.contains(.spaceBefore), isDigits(i - 2, draft),
      draft.tokens[i - 2].length <= 3
    {
      return finding(i - 2...i + 1, draft.string(draft.tokens[i - 2]) + "." + number + " " + unit, draft)
    }
    let isPaid = i > range.lowerBound && !draft.tokens[i].flags.contains(.spaceBefore) && ["$", "€", "£", "₴", "₽"].contains { draft.tokens[i - 1].isMark($0) }
    guard !isDigits(i, draft) || isPaid, !number.contains(":") else { return nil }
    let decimal = number.split(separator: ",").count == 2 && number.split(separator: ",")[1].count < 3
    return finding(i...i + 1, (decimal ? number.split(separator: ",").joined(separator: ".") : number) + " " + unit, draft)
  }

  /// "1 , 5 million", "3 .5 percent": a space before the mark.
  private func parted(_ i: Int, _ range: Range<Int>, _ draft: Draft) -> Finding? {
    guard range.contains(i + 3), isDigits(i, draft), draft.tokens[i].length <= 3 else { return nil }
    let mark = draft.tokens[i + 1], rest = draft.tokens[i + 2], unit = draft.tokens[i + 3]
    guard mark.isMark(",") || mark.isMark("."), mark.flags.contains(.spaceBefore), rest.kind == .number, rest.length <= 2, isDigits(i + 2, draft),
      mark.isMark(",") || !rest.flags.contains(.spaceBefore), unit.isMark("%") || Self.units.contains(unit.key)
    else { return nil }
    guard !mark.flags.contains(.breakBefore) else { return nil }
    let number = draft.string(draft.tokens[i]) + "." + draft.string(rest)
    return finding(i...i + 3, number + (unit.flags.contains(.spaceBefore) ? " " : "") + draft.string(unit), draft)
  }

  /// "USD 171 30 to": an amount that lost its point. What follows must not be what the second number counts.
  private func amount(_ i: Int, _ range: Range<Int>, _ draft: Draft) -> Finding? {
    guard i > range.lowerBound, range.contains(i + 1), draft.tokens[i + 1].kind == .number, draft.tokens[i + 1].length == 2, isDigits(i + 1, draft),
      draft.tokens[i + 1].flags.contains(.spaceBefore), !draft.tokens[i + 1].flags.contains(.breakBefore), Self.currencies.contains(draft.tokens[i - 1].key)
    else { return nil }
    let code = draft.tokens[i - 1]
    guard code.kind == .punctuation || code.flags.contains(.allCaps), !draft.text[draft.tokens[i].span.range].contains(UInt8(ascii: ".")) else { return nil }
    let isLast = i + 2 == range.upperBound
    guard isLast || Self.afterAmount.contains(draft.tokens[i + 2].key), isLast || draft.tokens[i + 2].kind != .number else { return nil }
    return finding(i...i + 1, draft.string(draft.tokens[i]) + "." + draft.string(draft.tokens[i + 1]), draft)
  }

  private func isUnit(_ i: Int, _ draft: Draft) -> Bool {
    !draft.tokens[i].flags.contains(.capitalized) && draft.tokens[i].flags.contains(.spaceBefore) && draft.tokens[i].kind == .word
  }

  /// Nothing but digits.
  private func isDigits(_ i: Int, _ draft: Draft) -> Bool {
    draft.text[draft.tokens[i].span.range].allSatisfy { (0x30...0x39).contains($0) }
  }

  private func finding(_ tokens: ClosedRange<Int>, _ wanted: String, _ draft: Draft) -> Finding {
    let span = draft.tokens[tokens.lowerBound].span.union(draft.tokens[tokens.upperBound].span)
    let seen = draft.string(span).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    var finding = Finding(check: Self.about.id, severity: Self.about.severity, span: span, message: "‘\(seen)’ should be ‘\(wanted)’")
    finding.replacements = [wanted]
    finding.fix = Fix([Edit(span, wanted)], .review)
    return finding
  }

  private static let halves = Words.keys("no any every some")
  private static let no = TokenKey("no")
  private static let beforeNo = Words.keys("that and but or because as when if so which since while though where what who whom")
  private static let currencies = Set(["USD", "EUR", "GBP", "KRW", "JPY", "CNY", "UAH", "RUB", "PLN", "TRY", "CHF"].map { TokenKey($0) })
    .union(["$", "€", "£", "₴", "₽", "₩"].map { TokenKey(mark: $0) })
  private static let afterAmount = Set(["to", "from", "before", "after", "against", "and", "or", "per", "at", "on", "a"].map { TokenKey($0) })
    .union([".", ",", ";", ")"].map { TokenKey(mark: $0) })
  private static let ending = TokenKey("s")
  private static let plurals = Dictionary(
    uniqueKeysWithValues: ["thousand", "million", "billion", "trillion"].map { (TokenKey($0 + "s"), $0) })
  private static let units = Set(
    ["thousand", "million", "billion", "trillion", "percent", "per", "thousands", "millions", "billions", "km", "kg", "kilometers", "kilometres"]
      .map { TokenKey($0) })
}
