import Foundation
import Testing

/// Which target may use which. SwiftPM does not mind an import that `Package.swift` does not declare, so that the arrows
/// are kept here.
@Suite struct ArrowTests {
  /// Everything a target's files may import.
  static let allowed: [String: Set<String>] = [
    "StetICU": ["CICU", "CStetData"],
    "StetText": ["StetICU", "CMD4C", "Synchronization"],
    "StetNames": ["StetICU", "CStetData"],
    "StetFindings": ["StetText"],
    "StetGlossary": ["StetICU", "StetText", "StetNames", "StetFindings", "Dispatch", "Glibc", "Synchronization"],
    "StetGlossaryFiles": ["StetText", "StetNames", "StetFindings", "StetGlossary", "CStetData", "CYAML"],
    "StetChecks": ["StetICU", "StetText", "StetNames", "StetFindings", "StetGlossary", "CStetData", "Synchronization"],
    "StetReports": ["StetICU", "StetText", "StetFindings"],
    "StetKit": [
      "StetICU", "StetText", "StetNames", "StetFindings", "StetGlossary", "StetGlossaryFiles", "StetChecks", "CMalloc", "Glibc",
      "Synchronization",
    ],
    "stet": ["StetText", "StetNames", "StetFindings", "StetGlossary", "StetReports", "StetKit", "ArgumentParser"],
  ]

  @Test func filesImportOnlyWhatTheirTargetMayUse() {
    for file in SourceFile.all {
      let strangers = file.imports.subtracting(Self.allowed[file.target] ?? [])
      #expect(strangers.isEmpty, "\(file) imports \(strangers.sorted()); the table says what \(file.target) may use")
    }
  }

  @Test func theTableKnowsEveryTarget() {
    #expect(Set(SourceFile.all.map(\.target)) == Set(Self.allowed.keys))
  }

  /// The table itself has no shortcuts: what a target may use stands in `Package.swift`, too.
  @Test func thePackageDeclaresTheArrows() throws {
    let package = try String(contentsOf: SourceFile.root.appending(path: "Package.swift"), encoding: .utf8)
    for line in package.components(separatedBy: "\n") where line.contains("library(\"") {
      let names = line.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map { String($0.element) }
      guard let target = names.first else { continue }
      // The toolchain's own modules are not declared.
      let wanted = Self.allowed[target, default: []].subtracting(["Glibc", "Dispatch", "Synchronization", "Foundation"])
      #expect(Set(names.dropFirst()) == wanted, "Package.swift and the table differ on \(target)")
    }
  }

  /// They are slow to start and large to carry, and whoever checks millions of tokens has no use for them.
  @Test func theHotTargetsDoWithoutFoundation() {
    for target in ["StetText", "StetNames", "StetFindings", "StetGlossary", "StetChecks"] {
      let slow = Self.allowed[target, default: []].intersection(["Foundation", "FoundationEssentials"])
      #expect(slow.isEmpty, "\(target) may not use \(slow)")
    }
  }
}
