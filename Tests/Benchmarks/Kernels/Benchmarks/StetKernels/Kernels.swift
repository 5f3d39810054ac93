import Benchmark
import StetGlossary
import StetGlossaryFiles
import StetKit
import StetText

/// What the kernels work on, made before the clock starts.
private struct Material: Sendable {
  static let megabyte = 1_000_000

  let glossary: [UInt8]
  let index: GlossaryIndex
  let text: [UInt8]
  let draft: Draft

  static let made = Result { try Material() }

  private init() throws {
    let names = MadeName.make(1_000)
    glossary = Array(MadeName.glossary(names).utf8)
    index = try Material.index(of: glossary)
    var prose = try Prose(names: names)
    text = prose.text(bytes: Material.megabyte)
    draft = try Draft(path: "prose.txt", bytes: text)
  }

  static func index(of glossary: [UInt8]) throws -> GlossaryIndex {
    let (read, faults) = GlossaryReader.read(glossary, path: "made-up.yml")
    guard let read, !faults.contains(where: { $0.severity == .error }) else { throw Useless(what: "the glossary has faults: \(faults)") }
    return try GlossaryIndex([read])
  }
}

/// A page of a newsroom, and the glossaries it is held to.
private struct Page: Sendable {
  let bytes: [UInt8]
  let linter: Linter

  static let made = Result { try Page() }

  private init() throws {
    bytes = try Repository.bytes("Examples/damaged-report.txt")
    let files = ["people", "places", "terms"].map { "\(Repository.root)/Glossaries/ukraine-\($0).yml" }
    let loaded = try IndexLoader(cache: nil).load(files)
    guard let index = loaded.index else { throw Useless(what: "the shipped glossaries do not load: \(loaded.failures)") }
    linter = Linter(index: index)
  }
}

/// A kernel that found nothing measures nothing.
private struct Useless: Error { let what: String }

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = Benchmark.Configuration(
    metrics: [.throughput, .wallClock, .peakMemoryResident], warmupIterations: 3, maxDuration: .seconds(5), maxIterations: 200)

  // Of exactly 1 MB: iterations a second are MB/s.
  Benchmark("1 MB: read a draft") { benchmark in
    let text = try Material.made.get().text
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try Draft(path: "prose.txt", bytes: text)) }
  }
  Benchmark("1 MB: find the names of 1,000 entries") { benchmark in
    let material = try Material.made.get()
    benchmark.startMeasurement()
    var found = 0
    for _ in benchmark.scaledIterations { found += material.index.matches(in: material.draft, isNamesOnly: true).all.count }
    benchmark.stopMeasurement()
    if found == 0 { throw Useless(what: "no name was found") }
  }
  Benchmark("1 MB: lint with every check, 1,000 entries") { benchmark in
    let material = try Material.made.get(), linter = Linter(index: material.index)
    benchmark.startMeasurement()
    var found = 0
    for _ in benchmark.scaledIterations { found += linter.lint(material.draft).count }
    benchmark.stopMeasurement()
    if found == 0 { throw Useless(what: "no finding was made") }
  }
  Benchmark("the index of 1,000 entries from YAML") { benchmark in
    let glossary = try Material.made.get().glossary
    benchmark.startMeasurement()
    for _ in benchmark.scaledIterations { blackHole(try Material.index(of: glossary)) }
  }
  Benchmark("a page from bytes to findings, shipped glossaries") { benchmark in
    let page = try Page.made.get()
    benchmark.startMeasurement()
    var found = 0
    for _ in benchmark.scaledIterations { found += page.linter.lint(try Draft(path: "page.txt", bytes: page.bytes)).count }
    benchmark.stopMeasurement()
    if found == 0 { throw Useless(what: "no finding was made") }
  }
}
