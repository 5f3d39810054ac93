// swift-tools-version: 6.2
import PackageDescription

// `make test` sets STET_STRICT so that a warning fails the build there; a newcomer with a newer compiler is not stopped by one.
let strict: [SwiftSetting] = Context.environment["STET_STRICT"] == nil ? [] : [.treatAllWarnings(as: .error)]
let settings: [SwiftSetting] = [.swiftLanguageMode(.v6), .strictMemorySafety()] + strict

/// A library target of ours; which targets it may use is told in `Tests/ArchitectureTests`.
func library(_ name: String, _ uses: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: uses, exclude: [], swiftSettings: settings)
}

func tests(_ name: String, _ uses: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: uses + ["StetTestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "stet",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "Stet", targets: ["StetKit"]),
    .executable(name: "stet", targets: ["stet"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    .target(name: "CICU", linkerSettings: [.linkedLibrary("icui18n"), .linkedLibrary("icuuc")]),
    .systemLibrary(name: "CMD4C", pkgConfig: "md4c", providers: [.apt(["libmd4c-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .target(name: "CStetData"),
    library("StetICU", ["CICU", "CStetData"]),
    library("StetText", ["StetICU", "CMD4C"]),
    library("StetNames", ["StetICU", "CStetData"]),
    library("StetFindings", ["StetText"]),
    library("StetGlossary", ["StetICU", "StetText", "StetNames", "StetFindings"]),
    library("StetGlossaryFiles", ["StetText", "StetNames", "StetGlossary", "StetFindings", "CStetData", "CYAML"]),
    library("StetChecks", ["StetICU", "StetText", "StetNames", "StetFindings", "StetGlossary", "CStetData"]),
    library("StetReports", ["StetICU", "StetText", "StetFindings"]),
    library("StetKit", ["CMalloc", "StetICU", "StetText", "StetNames", "StetFindings", "StetGlossary", "StetGlossaryFiles", "StetChecks"]),
    .executableTarget(
      name: "stet",
      dependencies: [
        "StetKit", "StetText", "StetNames", "StetFindings", "StetGlossary", "StetReports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),

    .target(
      name: "StetTestSupport", dependencies: ["StetText", "StetFindings"], path: "Tests/StetTestSupport", swiftSettings: settings),
    tests("ArchitectureTests", []),
    tests("StetICUTests", ["StetICU", "CStetData"]),
    tests("StetTextTests", ["StetText", "StetICU"]),
    tests("StetNamesTests", ["StetNames", "StetICU"]),
    tests("StetFindingsTests", ["StetFindings", "StetText"]),
    tests("StetGlossaryTests", ["StetGlossary", "StetGlossaryFiles", "StetNames", "StetText"]),
    tests("StetGlossaryFilesTests", ["StetGlossaryFiles", "StetGlossary"]),
    tests("StetChecksTests", ["StetChecks", "StetKit", "StetGlossary", "StetGlossaryFiles", "StetFindings", "StetText"], exclude: ["Cases", "Damage"]),
    tests("StetReportsTests", ["StetReports", "StetFindings", "StetText"]),
    tests("StetKitTests", ["StetKit", "StetChecks", "StetGlossary", "StetGlossaryFiles", "StetFindings", "StetText"]),
    tests("CommandLineTests", ["stet"], exclude: ["Transcripts"]),
  ],
  cLanguageStandard: .c2x
)
