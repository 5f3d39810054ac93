/// The names most like one that was mistyped, best first; none when nothing is near.
func nearest(to name: String, among names: [String], limit: Int = 3) -> [String] {
  let near = names.map { (name: $0, distance: distance(name, $0)) }.filter { $0.distance <= max(2, name.count / 3) }
  let parts = names.filter { $0.contains(name) && name.count > 2 }.map { (name: $0, distance: 3) }
  var seen: Set<String> = []
  return (near + parts).sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }.map(\.name)
    .filter { seen.insert($0).inserted }.prefix(limit).map(\.self)
}

/// `, did you mean “a” or “b”`, or nothing.
func suggestion(for name: String, among names: [String]) -> String {
  let near = nearest(to: name, among: names).map { "“\($0)”" }
  return near.isEmpty ? "" : "; near it: " + near.joined(separator: ", ")
}

/// How many letters must be inserted, deleted or replaced.
private func distance(_ a: String, _ b: String) -> Int {
  let b = Array(b)
  var row = Array(0...b.count)
  for (i, letter) in a.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for j in b.indices {
      let replaced = diagonal + (letter == b[j] ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
    }
  }
  return row[b.count]
}
