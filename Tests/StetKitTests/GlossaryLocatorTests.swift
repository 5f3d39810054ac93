import Testing

@testable import StetKit

@Suite struct GlossaryLocatorTests {
  let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    for name in ["here/Glossaries/a.yml", "Glossaries/a.yml", "Glossaries/b.yml", "install/share/stet/glossaries/c.yml", ".git/HEAD"] {
      try scratch.write(name, "entries: []\n")
    }
  }

  private var locator: GlossaryLocator {
    GlossaryLocator(workingFolder: scratch.path("here"), program: scratch.path("install/bin/stet"))
  }

  @Test(arguments: [("a", "here/Glossaries/a.yml"), ("b", "Glossaries/b.yml"), ("c", "install/share/stet/glossaries/c.yml")])
  func findsNamesNearestFirst(name: String, file: String) throws {
    #expect(try locator.locate(name) == scratch.path(file))
  }

  @Test(arguments: ["a.yml", "b.yaml", "./a", "a/b"]) func takesFilesAsTheyAre(_ file: String) throws {
    #expect(try locator.locate(file) == Path(file))
  }

  @Test func tellsWhatThereIs() {
    let error = #expect(throws: GlossaryNotFound.self) { try locator.locate("d") }
    #expect(error?.names == ["a", "b", "c", "garble-en"])
    #expect(error?.places.count == 3)
  }

  @Test func loadsEachOnceAndTheBuiltInOneLast() {
    let loader = GlossaryLoader(locator)
    #expect(loader.load(["b", "c", "b"]).glossaries.map(\.name) == ["b", "c", "garble-en"])
    #expect(loader.load([]).glossaries.map(\.name) == ["garble-en"])
    #expect(loader.load(["none"]).glossaries.map(\.name) == [])
    #expect(loader.load(["none", "b"]).glossaries.map(\.name) == ["b"])
    #expect(loader.load(["garble-en"]).glossaries.map(\.name) == ["garble-en"])
  }

  @Test func aFileOfTheBuiltInsNameTakesItsPlace() throws {
    try scratch.write("here/Glossaries/garble-en.yml", "entries: []\n")
    let glossaries = GlossaryLoader(locator).load(["garble-en"]).glossaries
    #expect(glossaries.map(\.path) == [scratch.path("here/Glossaries/garble-en.yml").display])
  }
}
