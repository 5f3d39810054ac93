import StetText

/// What the YAML parser could not read, in plain words.
struct YAMLProblem {
  private let message: String
  private let hint: String?
  private let position: Position?

  /// - Parameter alias: The alias that came right before.
  init(_ error: YAMLSyntaxError, after alias: PlacedText?, in text: YAMLText) {
    guard let place = error.place else {
      self.init(message: "not valid YAML: \(error.problem)", hint: nil, position: nil)
      return
    }
    if let alias, alias.position.line == place.line {
      self.init(
        message: "text follows the alias ‘*\(alias.string)’", hint: "put text that begins with ‘*’ in quotation marks", position: place)
      return
    }
    let (line, next) = text.surroundings(ofCharacter: error.offset)
    let words = YAMLProblem.words(error.problem, begin: error.begin, scalar: next, line: line)
    self.init(message: words.message, hint: words.hint, position: words.atBegin ? error.begin ?? place : place)
  }

  static func tooDeep(at position: Position) -> YAMLProblem {
    YAMLProblem(message: deep.message, hint: deep.hint, position: position)
  }

  static func secondDocument(at position: Position) -> YAMLProblem {
    YAMLProblem(
      message: "a second document begins here", hint: "a glossary is one document: take out the ‘---’ or ‘...’", position: position)
  }

  private init(message: String, hint: String?, position: Position?) {
    self.message = message
    self.hint = hint
    self.position = position
  }

  func report(to log: FaultLog) { log.error(message, at: position, hint: hint) }

  private struct Words: Sendable {
    let message: String
    var hint: String?
    /// Told where the part begins that is broken, not where the parser gave up.
    var atBegin = false
  }

  private static let deep = Words(message: "lists and mappings are nested too deeply", hint: "a glossary needs four levels")

  /// The parser's own sentence is the key; one that is not known is passed on.
  private static func words(_ problem: String, begin: Position?, scalar: Unicode.Scalar?, line: Substring.UnicodeScalarView) -> Words {
    let beginning = begin.map { "it begins on line \($0.line)" }
    switch problem {
    case "mapping values are not allowed in this context":
      // A second colon on the line is text; a first one is a key whose predecessor swallowed it.
      let isText = line.contains(":")
      return Words(
        message: "a colon cannot stand here",
        hint: isText ? "put text that holds ‘: ’ in quotation marks" : "the line above lacks a colon or holds one value too many")
    case "could not find expected ':'":
      return Words(message: "a key has no colon", hint: "write ‘key: value’", atBegin: true)
    case "did not find expected key":
      return Words(
        message: "a key was expected here",
        hint: "indent it as the keys above; put text that begins with a quotation mark in another pair")
    case "did not find expected '-' indicator":
      return Words(message: "a list item was expected here", hint: "begin it with ‘- ’, indented as the items above")
    case "did not find expected ',' or ']'":
      return Words(message: "a list in brackets lacks a comma or its ‘]’", hint: beginning)
    case "did not find expected ',' or '}'":
      return Words(message: "a mapping in braces lacks a comma or its ‘}’", hint: beginning)
    case "found unexpected end of stream", "found unexpected document indicator":
      return Words(message: "a quotation mark is never closed", hint: "close it, or double an apostrophe inside it", atBegin: true)
    case "found character that cannot start any token":
      return cannotBegin(scalar)
    case "block sequence entries are not allowed in this context":
      return Words(message: "a list item cannot stand here", hint: "begin the list on a line of its own")
    default:
      return rareWords(problem)
    }
  }

  private static func rareWords(_ problem: String) -> Words {
    switch problem {
    case "mapping keys are not allowed in this context":
      Words(message: "a key cannot stand here", hint: "put text that begins with ‘?’ in quotation marks")
    case "did not find expected <document start>":
      Words(message: "text stands outside the mapping", hint: "indent it as the keys above")
    case "did not find expected node content":
      Words(message: "a value was expected here", hint: "take out the comma or bracket too many")
    case "found unknown escape character":
      Words(
        message: "a backslash stands before a character that it cannot escape",
        hint: "use single quotation marks, or double the backslash")
    case "did not find expected alphabetic or numeric character":
      Words(message: "‘*’ or ‘&’ begins no name", hint: "put text that begins so in quotation marks")
    case "found undefined tag handle", "did not find expected whitespace or line break", "did not find expected tag URI":
      Words(message: "‘!’ begins a tag that YAML does not know", hint: "put text that begins with ‘!’ in quotation marks")
    case _ where problem.hasPrefix("found a tab character"):
      Words(message: "a tab indents this line", hint: "indent with spaces")
    case _ where problem.hasPrefix("Maximum nesting level reached"):
      deep
    default:
      Words(message: "not valid YAML: \(problem)")
    }
  }

  private static func cannotBegin(_ scalar: Unicode.Scalar?) -> Words {
    guard let scalar, scalar != "\t" else { return Words(message: "a tab indents this line", hint: "indent with spaces") }
    return Words(message: "‘\(scalar)’ cannot begin a value", hint: "put the value in quotation marks")
  }
}
