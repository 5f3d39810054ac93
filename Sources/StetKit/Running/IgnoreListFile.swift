import StetFindings
import StetGlossary
import StetText

/// An ignore list, and where it lies.
struct IgnoreListFile: Sendable {
  /// As messages name it.
  let shown: String
  let path: Path
  /// Absolute; what the patterns are relative to.
  let folder: Path
  /// Its text, for reports on it.
  let draft: Draft
  private let list: IgnoreList
  private let patterns: [IgnoreList.Entry: PatternList]

  /// A list of nothing.
  static let none = IgnoreListFile(Path(""), [])

  init(_ path: Path) throws(FileError) { self.init(path, try Files.read(path.shownFromHere).bytes) }

  private init(_ path: Path, _ bytes: [UInt8]) {
    self.path = path
    shown = path.shownFromHere.display
    folder = (Files.real(path) ?? path).folder
    draft = Draft(path: shown, text: String(decoding: bytes, as: UTF8.self), format: .plain)
    list = IgnoreList(draft.text)
    patterns = Dictionary(
      list.entries.compactMap { entry in entry.pattern.map { (entry, PatternList([$0])) } }, uniquingKeysWith: { first, _ in first })
  }

  /// The entries that speak of a draft's path.
  func entries(for source: DraftSource) -> [IgnoreList.Entry] {
    let file: Path? = if case .file(let path) = source { Files.real(path) } else { nil }
    let below = file?.below(folder) ?? Path(source.shown)
    return list.entries.filter { patterns[$0]?.matches(below) ?? true }
  }

  /// Lines that cannot be read: nobody knows what they were meant to silence.
  var faults: [Fault] {
    list.faults.map { fault in
      let position = draft.position(of: fault.offset)
      return Fault(.error, path: shown, line: position.line, column: position.column, message: fault.message, hint: fault.hint)
    }
  }

  /// What the list has to answer for.
  ///
  /// - Parameters:
  ///   - used: The entries that silenced something.
  ///   - ran: The checks that ran.
  ///   - isComplete: Everything they might speak of was looked at.
  func findings(used: Set<IgnoreList.Entry>, ran: Set<String>, isComplete: Bool) -> [Finding] {
    // Who looks at some drafts only need not be told of the list each time.
    guard isComplete else { return [] }
    return list.entries.compactMap { entry in
      if AllChecks.about(entry.check) == nil {
        return ran.contains(OwnChecks.unknownSuppression.id) ? OwnChecks.unknown(entry.check, entry.span) : nil
      }
      guard ran.contains(OwnChecks.unusedSuppression.id), ran.contains(entry.check), !used.contains(entry) else { return nil }
      return OwnChecks.unused(entry.check, entry.text, entry.span)
    }
  }
}
