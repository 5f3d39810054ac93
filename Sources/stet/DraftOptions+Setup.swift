import ArgumentParser
import StetKit
import StetText

/// Options that a newsroom's repository brings about.
extension DraftOptions {
  func validateSetup() throws {
    if let partsFrom, partsFrom < 1 { throw ValidationError("--parts-from takes a number from 1, not \(partsFrom)") }
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other") }
    let files = [("--config", config), ("--ignore-list", ignoreList), ("--baseline", baseline), ("--since", since),
      ("--files-from", filesFrom), ("--findings-cache", findingsCache)]
    for (name, value) in files where value == "" { throw ValidationError("\(name) has no value") }
  }

  /// Where configurations come from.
  var source: Configurations.Source {
    if noConfig { return .nothing }
    return config.map { .file(Path(argument: $0)) } ?? .search
  }

  /// The paths of the list; none without one.
  ///
  /// - Throws: The end of the run if it cannot be read.
  func listedPaths() throws -> [String] {
    guard let filesFrom else { return [] }
    do throws(FileError) {
      return PathList.read(filesFrom == "-" ? try Files.readStandardInput() : try Files.read(Path(argument: filesFrom)).bytes)
    } catch {
      Console.complain(error.description)
      throw End(.failure)
    }
  }
}
