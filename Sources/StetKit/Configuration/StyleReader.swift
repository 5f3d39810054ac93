import StetChecks
import StetGlossaryFiles

/// Reads `style`, the house style of a configuration.
struct StyleReader {
  let fields: FieldReader
  let shown: String

  func rules(_ node: YAMLNode) -> [Setting<HouseStyle.Rule>] {
    var rules: [Setting<HouseStyle.Rule>] = []
    for pair in fields.pairs(node, "style", example: "‘style: {dashes: closed-em}’") {
      guard let key: StyleKey = fields.known(pair.key) else { continue }
      let origin = Origin.file(shown, line: pair.key.position.line)
      if key == .acronyms {
        rules += acronyms(pair.value).map { Setting(.acronym($0), origin) }
      } else if let rule = rule(key, pair.value) {
        rules.append(Setting(rule, origin))
      }
    }
    return rules
  }

  private func rule(_ key: StyleKey, _ value: YAMLNode) -> HouseStyle.Rule? {
    let name = key.rawValue
    return switch key {
    case .acronyms: nil
    case .dashes: fields.choice(value, name, as: HouseStyle.Dash.self).map { .dashes($0) }
    case .superlatives: fields.choice(value, name, as: HouseStyle.Superlative.self).map { .superlatives($0) }
    case .quotationMarks: fields.choice(value, name, as: HouseStyle.QuotationMark.self).map { .quotationMarks($0) }
    case .closingMarks: fields.choice(value, name, as: HouseStyle.ClosingMark.self).map { .closingMarks($0) }
    case .dates: fields.choice(value, name, as: HouseStyle.Date.self).map { .dates($0) }
    case .percentages: fields.choice(value, name, as: HouseStyle.Percentage.self).map { .percentages($0) }
    case .thousands: fields.choice(value, name, as: HouseStyle.Thousand.self).map { .thousands($0) }
    }
  }

  /// The house's forms: `[U.S., UK]`.
  private func acronyms(_ node: YAMLNode) -> [HouseStyle.Acronym] {
    var seen: [String: String] = [:]
    return fields.list(node, "acronyms", of: "forms").compactMap { text in
      guard let acronym = HouseStyle.Acronym(text.string) else {
        let forms = HouseStyle.Acronym.forms.joined(separator: ", ")
        fields.log.error("Stet does not know ‘\(text.string)’ in two ways", at: text.position, hint: "the forms are \(forms)")
        return nil
      }
      if let other = seen.updateValue(text.string, forKey: acronym.plain), other != text.string {
        fields.log.error("‘\(text.string)’ and ‘\(other)’ contradict each other", at: text.position, hint: "keep one of them")
      }
      return acronym
    }
  }
}
