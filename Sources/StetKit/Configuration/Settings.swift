import StetChecks
import StetFindings
import StetGlossary

/// What holds for one draft, and where each part of it was said.
public struct Settings: Sendable {
  public internal(set) var glossaries = Setting<[GlossaryReference]>([])
  /// Empty: all.
  public internal(set) var select = Setting<[String]>([])
  public internal(set) var ignore = Setting<[String]>([])
  public internal(set) var severity: [String: Setting<CheckSeverity>] = [:]
  public internal(set) var failOn = Setting<FailOn>(.error)
  /// Of names inside quotation marks, where the glossary's entry does not say.
  public internal(set) var quotes = Setting<Entry.QuotationPolicy?>(nil)
  public internal(set) var style: [Setting<HouseStyle.Rule>] = []
  public internal(set) var baseline = Setting<Path?>(nil)
  public internal(set) var ignoreList = Setting<Path?>(nil)
  /// Patterns, each with the file that has it.
  public internal(set) var exclude: [Setting<String>] = []
  /// The configuration files that have a say, nearest first, as shown.
  public internal(set) var files: [String] = []

  /// The checks that run.
  public var selection: CheckSelection {
    let selected = select.value.isEmpty ? CheckSelection.all.ids : Set(select.value)
    let off = severity.filter { $0.value.value == .off }.keys
    return CheckSelection(ids: selected.subtracting(ignore.value).subtracting(off))
  }

  /// Checks that report with another severity than their own.
  var severities: [String: Severity] { severity.compactMapValues { Severity(rawValue: $0.value.rawValue) } }

  var houseStyle: HouseStyle { HouseStyle(style.map(\.value)) }

  /// What makes two drafts' linters the same.
  var rules: LintRules {
    LintRules(selection: selection, severities: severities, quotes: quotes.value, style: houseStyle)
  }
}

/// Everything that tells how drafts are linted, but for the glossaries.
public struct LintRules: Hashable, Sendable {
  public var selection = CheckSelection.all
  /// Severities to report with, by check, instead of the checks' own.
  public var severities: [String: Severity] = [:]
  /// What becomes of names inside quotation marks where an entry does not say; nil: as the glossary format has it.
  public var quotes: Entry.QuotationPolicy?
  public var style = HouseStyle()

  public init(
    selection: CheckSelection = .all, severities: [String: Severity] = [:], quotes: Entry.QuotationPolicy? = nil, style: HouseStyle = HouseStyle()
  ) {
    self.selection = selection
    self.severities = severities
    self.quotes = quotes
    self.style = style
  }

  /// A finding with the severity that is wanted of its check. What was softened already, since it stands in quotation marks or
  /// is only guessed, is not made worse.
  func applied(to finding: Finding) -> Finding {
    guard let wanted = severities[finding.check], let own = AllChecks.about(finding.check)?.severity else { return finding }
    var finding = finding
    if wanted <= own {
      finding.overrule(min(finding.severity, wanted))
    } else if finding.severity >= own {
      finding.overrule(max(finding.severity, wanted))
    }
    return finding
  }
}
