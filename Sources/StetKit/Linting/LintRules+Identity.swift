import StetFindings

extension LintRules {
  /// A text that is the same for the same rules, in every run.
  var identity: String {
    var writer = FieldWriter()
    writer.write(selection.ids.sorted()) { $0.write($1) }
    writer.write(severities.sorted { $0.key < $1.key }) {
      $0.write($1.key)
      $0.write($1.value.rawValue)
    }
    writer.write(quotes?.rawValue)
    writer.write(style.rules.map { $0.words.key + "=" + $0.words.value }.sorted()) { $0.write($1) }
    return SHA256.hexadecimal(writer.bytes)
  }
}
