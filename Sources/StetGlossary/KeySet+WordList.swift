import StetNames
import StetText

extension KeySet {
  /// The words of lists, none of which is made a string.
  public init(_ lists: WordList...) {
    self.init(lists.flatMap { list in list.words.map { TokenKey(word: $0) } })
  }
}
