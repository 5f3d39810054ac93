/// Why a file is no draft, or why a changed draft cannot be written.
public enum DraftError: Error, Equatable, Sendable {
  /// A NUL byte outside UTF-16, at this offset: a binary file.
  case binary(offset: Int)
  /// The encoding cannot be told; these are possible, the likeliest first.
  case uncertainEncoding(candidates: [String])
  /// The forced or declared encoding does not fit the bytes.
  case malformed(encoding: String, offset: Int?)
  /// `--encoding` names no charset ICU knows.
  case unknownEncoding(String)
  /// 4 GB or more, as read or in UTF-8 form.
  case tooLarge
  /// A replacement has a character that the draft's encoding lacks.
  case cannotEncode(text: String, encoding: String)
  /// The encoding has no place-by-place correspondence with the text, so that a change would alter bytes around it.
  case cannotEdit(encoding: String)
}

extension DraftError: CustomStringConvertible {
  /// What an editor is told: the fault and what to do about it.
  public var description: String {
    switch self {
    case .binary(let offset):
      "not a text file: a NUL byte at offset \(offset)"
    case .uncertainEncoding(let candidates):
      candidates.isEmpty
        ? "the encoding cannot be told: name it with --encoding"
        : "the encoding cannot be told (\(DraftError.alternatives(candidates))): name it with --encoding"
    case .malformed(let encoding, let offset):
      "the bytes do not fit \(encoding)" + (offset.map { " at offset \($0)" } ?? "")
        + ": repair the file or name another encoding with --encoding"
    case .unknownEncoding(let name):
      "“\(name)” is no known encoding: give a name such as UTF-8, windows-1251 or KOI8-U to --encoding"
    case .tooLarge:
      "4 GB or more: split the file"
    case .cannotEncode(let text, let encoding):
      "“\(text)” cannot be written in \(encoding): convert the file to UTF-8"
    case .cannotEdit(let encoding):
      "a file in \(encoding) cannot be changed in place: convert it to UTF-8"
    }
  }

  /// "a, b or c".
  private static func alternatives(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
