import Testing
import StetGlossary
import StetGlossaryFiles

/// What reading a text says, one fault a line, as the command line shows it.
func faults(
  _ yaml: String, systems: ((String) -> [String])? = nil, renderings: ((Entry) -> [String])? = nil
) -> [String] {
  GlossaryReader.read(Array(yaml.utf8), path: "g.yml", systems: systems, renderings: renderings).faults.map(\.description)
}

/// The entries of a list without its `entries:`, which is put before it.
func entries(_ yaml: String) -> [Entry] {
  GlossaryReader.read(Array("entries:\n\(yaml)".utf8), path: "g.yml").glossary?.entries ?? []
}

/// A text, a name for it and the faults expected.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let name: String
  let yaml: String
  let faults: [String]

  init(_ name: String, _ yaml: String, _ faults: String...) {
    self.name = name
    self.yaml = yaml
    self.faults = faults
  }

  var testDescription: String { name }
}
