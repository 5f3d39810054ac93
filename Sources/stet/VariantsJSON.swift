import StetKit
import StetReports

/// The forms of names as JSON, for `stet glossary variants --format json`.
enum VariantsJSON {
  static func text(_ found: [NameVariants]) -> String {
    var writer = JSONWriter()
    writer.object {
      $0.member("schema", 1)
      $0.key("entries")
      $0.array(found) { writer, variants in
        writer.object {
          $0.member("term", variants.entry.term)
          $0.member("glossary", variants.glossary)
          $0.key("forms")
          $0.array(variants.parts.flatMap { part in part.rows.map { (part.name, $0) } }) { write($1.0, $1.1, to: &$0) }
        }
      }
    }
    return writer.text
  }

  private static func write(_ part: String, _ row: NameVariants.Row, to writer: inout JSONWriter) {
    writer.object {
      $0.member("text", row.text)
      $0.member("part", part)
      $0.member("status", row.status)
      $0.member("systems", row.systems)
      $0.member("original", row.original)
      $0.member("guessed", row.isGuessed)
      $0.member("cases", row.cases)
      $0.member("gate", row.gate)
    }
  }
}
