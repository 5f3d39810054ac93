import StetText

/// A draft with the bytes it was read from.
public struct ReadDraft: Sendable {
  public let source: DraftSource
  public let draft: Draft
  public let bytes: [UInt8]
  /// The file's status when it was read; nil for standard input.
  let status: FileStatus?
}

/// Why one draft could not be dealt with. The others go on.
public struct DraftFailure: Error, Equatable, Sendable, CustomStringConvertible {
  /// As shown in reports.
  public let path: String
  public let reason: String

  init(_ source: DraftSource, _ reason: String) {
    path = source.shown
    self.reason = reason
  }

  init(_ source: DraftSource, _ error: FileError) {
    self.init(source, error.action == "read" ? error.reason : "cannot \(error.action): \(error.reason)")
  }

  public var description: String { "\(path): \(reason)" }
}

/// Reads drafts from where they come from.
public struct DraftReader: Sendable {
  /// A charset's name to force, or nil to find it out.
  public let encoding: String?

  public init(encoding: String? = nil) { self.encoding = encoding }

  public func read(_ source: DraftSource) throws(DraftFailure) -> ReadDraft {
    let contents = try bytes(of: source)
    return try draft(source, bytes: contents.bytes, status: contents.status)
  }

  func bytes(of source: DraftSource) throws(DraftFailure) -> (bytes: [UInt8], status: FileStatus?) {
    do throws(FileError) {
      return try load(source)
    } catch {
      throw DraftFailure(source, error)
    }
  }

  func draft(_ source: DraftSource, bytes: [UInt8], status: FileStatus?) throws(DraftFailure) -> ReadDraft {
    do throws(DraftError) {
      let draft = try Draft(path: source.shown, bytes: bytes, encoding: encoding)
      return ReadDraft(source: source, draft: draft, bytes: bytes, status: status)
    } catch {
      throw DraftFailure(source, String(describing: error))
    }
  }

  private func load(_ source: DraftSource) throws(FileError) -> ([UInt8], FileStatus?) {
    switch source {
    case .standardInput: return (try Files.readStandardInput(), nil)
    case .file(let path):
      let contents = try Files.read(path)
      return (contents.bytes, contents.status)
    }
  }
}
