import StetFindings
import StetText

/// A baseline, and where it lies.
struct BaselineFile: Sendable {
  let path: Path
  /// Absolute; the entries' paths are relative to it.
  let folder: Path
  let baseline: Baseline

  init(_ path: Path, _ baseline: Baseline) {
    self.path = path
    folder = Files.real(path.folder) ?? path.folder
    self.baseline = baseline
  }

  var shown: String { path.shownFromHere.display }

  /// A draft's path as the baseline has it.
  func path(of source: DraftSource) -> String {
    guard case .file(let path) = source, let real = Files.real(path) else { return source.shown }
    return (real.below(folder) ?? real).display
  }

  /// Whether the file of an entry is there still; a renamed one is not.
  func exists(_ path: String) -> Bool { Files.status(of: folder.appending(Path(path))) != nil }
}
