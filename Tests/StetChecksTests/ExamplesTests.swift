import StetChecks
import Testing

@Suite("Examples of the checks")
struct ExamplesTests {
  static let specimens = Catalogue.all.flatMap { check in check.about.examples.map { Specimen(check, $0) } }

  @Test("an example holds as it stands and bent", arguments: specimens)
  func example(_ specimen: Specimen) throws {
    try specimen.verify()
  }
}
