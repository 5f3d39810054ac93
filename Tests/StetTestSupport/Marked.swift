import StetFindings
import StetText

/// Text with marked spans: `Marked("They met in ⟦Kiev⟧.")`. Marks may be nested; `⟦⟧` is an empty span.
public struct Marked: Hashable, Sendable {
  /// Without the marks.
  public let text: String
  /// In UTF-8 bytes of `text`, in order.
  public let spans: [Span]

  public init(_ marked: String) {
    var bytes: [UInt8] = []
    var opened: [Int] = []
    var spans: [Span] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": opened.append(bytes.count)
      case "⟧":
        guard let start = opened.popLast() else { preconditionFailure("⟧ without ⟦ in: \(marked)") }
        spans.append(Span(start, bytes.count))
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    precondition(opened.isEmpty, "⟦ without ⟧ in: \(marked)")
    text = String(decoding: bytes, as: UTF8.self)
    self.spans = spans.sorted()
  }

  public init(text: String, spans: [Span]) {
    self.text = text
    self.spans = spans.sorted()
  }

  /// What was found, to be compared with what was marked.
  public init(_ findings: [Finding], in draft: Draft) {
    self.init(text: String(decoding: draft.text, as: UTF8.self), spans: findings.map(\.span))
  }

  public func draft(path: String = "draft.txt") -> Draft { Draft(path: path, text: text) }
}

extension Marked: CustomStringConvertible {
  /// The text with its marks. Spans that cross cannot be told from nested ones; everything else reads back as it was.
  public var description: String {
    let bytes = Array(text.utf8)
    // At one place: what opened before closes, then empty spans, then longer spans open first.
    var marks: [(at: Int, order: Int, text: String)] = []
    for span in spans {
      if span.isEmpty {
        marks.append((span.start, 0, "⟦⟧"))
      } else {
        marks.append((span.start, bytes.count + 1 - span.count, "⟦"))
        marks.append((span.end, -1, "⟧"))
      }
    }
    var result: [UInt8] = []
    var done = 0
    for mark in marks.sorted(by: { ($0.at, $0.order) < ($1.at, $1.order) }) {
      result += bytes[done..<mark.at] + Array(mark.text.utf8)
      done = mark.at
    }
    return String(decoding: result + bytes[done...], as: UTF8.self)
  }
}
