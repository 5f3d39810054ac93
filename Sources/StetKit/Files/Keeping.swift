import Glibc
import StetGlossary

extension Files {
  /// A file of the user's own, looked at where it lies; nil if there is none, or one that somebody else could have written.
  ///
  /// Whoever replaces such a file renames another over it (`keep`), so that what is mapped never changes.
  static func map(_ path: Path) -> (bytes: IndexBytes, status: FileStatus)? {
    guard let file = try? Descriptor(opening: path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK), let status = file.status,
      status.kind == .regular, status.owner == geteuid(), status.permissions & 0o022 == 0, status.size > 0
    else { return nil }
    let size = status.size
    guard let start = unsafe mmap(nil, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, file.number, 0), unsafe start != MAP_FAILED
    else { return nil }
    return unsafe (IndexBytes(start: start, count: size) { unsafe munmap(start, size) }, status)
  }

  /// Puts a file that can be made again into a folder of the user's own, which is made if need be: whole or not at all.
  ///
  /// - Parameter seal: What its time of change shall have below the second, in nanoseconds. It vouches for the content, which
  ///   is therefore on the disk first: a power cut must leave no file with a seal and without its bytes.
  static func keep(_ bytes: [UInt8], as name: String, in folder: Path, seal: Int) throws(FileError) {
    makePrivate(folder)
    let target = folder.appending(name)
    let temporary = folder.appending("." + name + "." + String(UInt64.random(in: .min ... .max), radix: 36) + ".tmp")
    try reporting("write", target) { () throws(SystemCode) in
      do throws(SystemCode) {
        let file = try Descriptor(opening: temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        try file.write(bytes)
        try file.flushToDisk()
        file.setTimeOfChange(nanoseconds: seal)
        _ = try retrying { unsafe temporary.withCString { from in unsafe target.withCString { unsafe rename(from, $0) } } }
      } catch {
        remove(temporary)
        throw error
      }
    }
  }

  /// Makes a folder and those above it that are missing, for the user alone.
  private static func makePrivate(_ folder: Path) {
    if status(of: folder) != nil || folder.bytes.count <= 1 { return }
    makePrivate(folder.folder)
    _ = unsafe folder.withCString { unsafe mkdir($0, 0o700) }
  }

  /// Removes a file; that it is gone already is as well.
  static func remove(_ path: Path) { _ = unsafe path.withCString { unsafe unlink($0) } }
}
