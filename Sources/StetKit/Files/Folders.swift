import Glibc

/// One name in a folder.
struct FolderItem {
  let name: Path
  let kind: FileStatus.Kind

  var isHidden: Bool { name.bytes.first == point }
}

extension Files {
  /// Makes a folder and those above it, as far as they are missing. Whoever writes into it learns of what went wrong.
  static func makeFolders(_ folder: Path) {
    guard status(of: folder) == nil else { return }
    if folder.folder != folder { makeFolders(folder.folder) }
    _ = unsafe folder.withCString { unsafe mkdir($0, 0o777) }
  }

  /// What a folder holds, in byte order, without `.` and `..`.
  static func list(_ folder: Path) throws(FileError) -> [FolderItem] {
    guard let stream = unsafe folder.withCString({ unsafe opendir($0) }) else { throw FileError("search", folder, code: errno) }
    defer { unsafe closedir(stream) }
    var items: [FolderItem] = []
    errno = 0
    while let entry = unsafe readdir(stream) {
      let name = unsafe nameBytes(entry)
      if name != [point], name != [point, point] {
        let path = Path(bytes: name)
        items.append(FolderItem(name: path, kind: unsafe kind(Int32(entry.pointee.d_type), folder.appending(path))))
      }
      errno = 0
    }
    if errno != 0 { throw FileError("search", folder, code: errno) }
    return items.sorted { $0.name < $1.name }
  }

  private static func nameBytes(_ entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    unsafe withUnsafeBytes(of: &entry.pointee.d_name) { buffer in unsafe Array(buffer.prefix { $0 != 0 }) }
  }

  /// Some file systems do not tell the kind with the name; then it is asked for.
  private static func kind(_ type: Int32, _ path: Path) -> FileStatus.Kind {
    switch type {
    case Int32(DT_REG): .regular
    case Int32(DT_DIR): .folder
    case Int32(DT_LNK): .link
    case Int32(DT_UNKNOWN): statusOfLink(path)?.kind ?? .other
    default: .other
    }
  }
}
