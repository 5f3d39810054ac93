import CMalloc

extension System {
  /// Keeps the memory that one draft gave back for the next one.
  ///
  /// Left to itself glibc hands large pieces back to the system at once, which then has to clear and map each page anew: for
  /// drafts of a hundred kilobytes that was a thirtieth of the time.
  public static func keepMemory() {
    mallopt(M_MMAP_THRESHOLD, 32 << 20)
    mallopt(M_TRIM_THRESHOLD, 64 << 20)
  }
}
