import StetChecks
import StetFindings

/// Which checks run.
///
///     let selection = try CheckSelection(select: ["split-name"], ignore: [])
public struct CheckSelection: Hashable, Sendable {
  /// Their ids.
  public let ids: Set<String>

  /// Every check.
  public static let all = CheckSelection(ids: Set(AllChecks.abouts.map(\.id)))

  /// - Parameters:
  ///   - select: Only these; none named means all.
  ///   - ignore: Not these.
  /// - Throws: `UnknownCheck` for a name that is no check's.
  public init(select: [String], ignore: [String]) throws(UnknownCheck) {
    for name in select + ignore where AllChecks.about(name) == nil { throw UnknownCheck(name: name) }
    let selected = select.isEmpty ? CheckSelection.all.ids : Set(select)
    ids = selected.subtracting(ignore)
  }

  init(ids: Set<String>) { self.ids = ids }

  public func contains(_ id: String) -> Bool { ids.contains(id) }
}

/// Every check there is: those of the catalogue, and those that only the linter itself can make.
public enum AllChecks {
  /// In order of id.
  public static let abouts = (Catalogue.allAbouts + OwnChecks.abouts).sorted { $0.id < $1.id }

  public static func about(_ id: String) -> About? { byID[id] }

  private static let byID = Dictionary(abouts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
}

/// A name given for a check that no check has.
public struct UnknownCheck: Error, Equatable, Sendable, CustomStringConvertible {
  public let name: String

  public init(name: String) { self.name = name }

  public var description: String {
    "there is no check “\(name)”" + suggestion(for: name, among: AllChecks.abouts.map(\.id)) + " (all of them: stet explain)"
  }
}
