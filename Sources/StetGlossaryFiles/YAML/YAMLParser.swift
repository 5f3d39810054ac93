import CYAML
import StetText

/// What libyaml tells of a file, one thing after the other.
struct YAMLEvent {
  enum Kind {
    case text(String, isPlain: Bool)
    case alias(of: String)
    case listBegin, mappingBegin
    /// Of the innermost list or mapping.
    case end
    case documentBegin
  }

  let kind: Kind
  let position: Position
  /// The name after `&`.
  var anchor: String?
}

/// Where libyaml gave up, and why, in its own words.
struct YAMLSyntaxError {
  let problem: String
  var place: Position?
  /// How many characters stand before that place.
  var offset = 0
  /// Where that part of the file begins that is broken.
  var begin: Position?
}

/// Runs libyaml over a file and tells what it finds, until it is told no more is wanted; nil if it could read that.
///
/// The only file of the target that touches libyaml. Its parser points into the bytes and into itself, so that both stay
/// where they are until it is done; the text of an event is copied before the event is given back.
///
/// - Parameter bytes: UTF-8 without a byte order mark.
func parseYAML(_ bytes: [UInt8], _ tell: (YAMLEvent) -> Bool) -> YAMLSyntaxError? {
  var parser = unsafe yaml_parser_t()
  return unsafe bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return nil }
    return unsafe withUnsafeMutablePointer(to: &parser) { parser in
      guard unsafe yaml_parser_initialize(parser) == 1 else { return YAMLSyntaxError(problem: "out of memory") }
      defer { unsafe yaml_parser_delete(parser) }
      unsafe yaml_parser_set_input_string(parser, base, buffer.count)
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      return unsafe run(parser, tell)
    }
  }
}

private func run(_ parser: UnsafeMutablePointer<yaml_parser_t>, _ tell: (YAMLEvent) -> Bool) -> YAMLSyntaxError? {
  while true {
    var event = unsafe yaml_event_t()
    guard unsafe yaml_parser_parse(parser, &event) == 1 else { return unsafe syntaxError(parser.pointee) }
    defer { unsafe yaml_event_delete(&event) }
    if unsafe event.type == YAML_STREAM_END_EVENT { return nil }
    if let told = unsafe translated(event), !tell(told) { return nil }
  }
}

/// Nil for what says nothing of the tree.
private func translated(_ event: yaml_event_t) -> YAMLEvent? {
  let position = unsafe Position(event.start_mark), data = unsafe event.data
  switch unsafe event.type {
  case YAML_SCALAR_EVENT:
    let text = unsafe string(data.scalar.value, data.scalar.length)
    let kind = unsafe YAMLEvent.Kind.text(text, isPlain: data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
    return unsafe YAMLEvent(kind: kind, position: position, anchor: name(data.scalar.anchor))
  case YAML_SEQUENCE_START_EVENT:
    return unsafe YAMLEvent(kind: .listBegin, position: position, anchor: name(data.sequence_start.anchor))
  case YAML_MAPPING_START_EVENT:
    return unsafe YAMLEvent(kind: .mappingBegin, position: position, anchor: name(data.mapping_start.anchor))
  case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
    return YAMLEvent(kind: .end, position: position)
  case YAML_ALIAS_EVENT:
    return unsafe YAMLEvent(kind: .alias(of: name(data.alias.anchor) ?? ""), position: position)
  case YAML_DOCUMENT_START_EVENT:
    return YAMLEvent(kind: .documentBegin, position: position)
  default:
    return nil
  }
}

private func string(_ start: UnsafeMutablePointer<yaml_char_t>?, _ count: Int) -> String {
  unsafe String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
}

/// A name has only ASCII letters, digits, `_` and `-`, and ends with a NUL.
private func name(_ start: UnsafeMutablePointer<yaml_char_t>?) -> String? {
  guard let start = unsafe start else { return nil }
  return unsafe String(cString: start)
}

private func syntaxError(_ parser: yaml_parser_t) -> YAMLSyntaxError {
  guard let problem = unsafe parser.problem else { return YAMLSyntaxError(problem: "out of memory") }
  let words = unsafe String(cString: problem)
  // Only the scanner and the parser know the place; what the reader objects to has been sorted out before.
  guard unsafe parser.error == YAML_SCANNER_ERROR || parser.error == YAML_PARSER_ERROR else { return YAMLSyntaxError(problem: words) }
  return unsafe YAMLSyntaxError(
    problem: words, place: Position(parser.problem_mark), offset: parser.problem_mark.index,
    begin: parser.context == nil ? nil : Position(parser.context_mark))
}

extension Position {
  fileprivate init(_ mark: yaml_mark_t) { self.init(line: mark.line + 1, column: mark.column + 1) }
}
