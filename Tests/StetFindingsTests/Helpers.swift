import StetTestSupport
import StetText

@testable import StetFindings

extension Draft {
  /// Comments found by a plain search, whatever the format's reader makes of them.
  var searchedComments: [Span] {
    var comments: [Span] = []
    var at = 0
    while let start = search("<!--", from: at), let close = search("-->", from: start) {
      comments.append(Span(start, close + 3))
      at = close + 3
    }
    return comments
  }

  private func search(_ needle: String, from: Int) -> Int? {
    let needle = Array(needle.utf8)
    return (from..<max(from, text.count - needle.count + 1)).first { Array(text[$0..<$0 + needle.count]) == needle }
  }
}

extension Finding {
  init(_ check: String, _ span: Span, fix: Fix? = nil, severity: Severity = .error) {
    self.init(check: check, severity: severity, span: span, message: "‘x’ should be ‘y’")
    self.fix = fix
  }
}
