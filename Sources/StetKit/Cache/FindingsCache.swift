import StetFindings
import StetText

/// What was found in drafts that have not changed since: a folder of small files, one for each draft as it stood.
///
/// A file's name is made from everything that decides what is found: the draft's bytes and format, the glossaries, the rules
/// and the version. What is outdated is never asked for again. A file that is damaged, whoever did it, counts as missing; two
/// processes may write the same one, since each puts a whole file in place. The folder may be deleted at any time.
public struct FindingsCache: Sendable {
  /// A draft under certain rules.
  struct Key: Sendable {
    fileprivate let name: String
    fileprivate let entries: [IgnoreList.Entry]
  }

  private static let format = "stet-findings 1"
  private let folder: Path
  private let program: String

  public init(folder: Path) {
    self.folder = folder
    // Between two releases it is the size that tells one build from another.
    program = stetVersion + " " + String(System.program.flatMap { Files.status(of: $0)?.size } ?? 0)
  }

  /// Nil for standard input, which nobody reads twice.
  func key(of bytes: [UInt8], _ source: DraftSource, encoding: String?, _ plan: DraftPlan) -> Key? {
    guard case .file = source else { return nil }
    var writer = FieldWriter()
    for part in [FindingsCache.format, program, plan.identity, Format(path: source.shown).rawValue, encoding ?? ""] { writer.write(part) }
    writer.write(plan.ignored) { writer, entry in
      for part in [entry.check, entry.text, entry.near, entry.print, entry.reason] { writer.write(part) }
    }
    return Key(name: SHA256.hexadecimal(writer.bytes + bytes), entries: plan.ignored)
  }

  /// What was found then; nil if nothing is kept, or nothing that can be read.
  func outcome(of key: Key) -> LintOutcome? {
    guard let bytes = try? Files.read(file(key)).bytes, bytes.count > 65 else { return nil }
    // The first line is the checksum of the rest.
    let body = Array(bytes[65...])
    guard String(decoding: bytes[..<64], as: UTF8.self) == SHA256.hexadecimal(body) else { return nil }
    var reader = FieldReading(body[...])
    return try? reader.outcome(entries: key.entries)
  }

  /// A cache that cannot be written is none; it never fails a run.
  func keep(_ outcome: LintOutcome, for key: Key) {
    var writer = FieldWriter()
    let numbers = Dictionary(key.entries.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })
    writer.write(outcome, numbers: numbers)
    let file = file(key)
    Files.makeFolders(file.folder)
    try? Files.write(Array((SHA256.hexadecimal(writer.bytes) + "\n").utf8) + writer.bytes, to: file, durably: false)
  }

  private func file(_ key: Key) -> Path { folder.appending(String(key.name.prefix(2))).appending(String(key.name.dropFirst(2))) }
}
