import Foundation

/// Which bytes of a database hold something, by the description of its file format.
struct PageMap {
  /// What a byte is.
  enum Use: String, Hashable {
    case used = "something that is kept"
    case counter = "counters of SQLite"
    case freeRoom = "free room in pages"
  }

  private(set) var uses: [Use]
  private let bytes: [UInt8]
  private let size = 4096

  init(_ file: Data) {
    bytes = Array(file)
    uses = [Use](repeating: .freeRoom, count: bytes.count)
    let free = freePages()
    var rest: [(page: Int, length: Int)] = []
    for page in 1...max(1, bytes.count / size) where !free.contains(page) {
      rest += mark(page)
    }
    for (page, length) in rest { markOverflow(page, length) }
    mark(0, 100)
    // The counter of schema changes, and the version of SQLite that wrote last.
    for offset in Array(40..<44) + Array(97..<100) { uses[offset] = .counter }
  }

  private mutating func mark(_ start: Int, _ count: Int) {
    for offset in start..<min(start + count, uses.count) { uses[offset] = .used }
  }

  private func number(_ offset: Int, _ length: Int) -> Int {
    bytes.dropFirst(offset).prefix(length).reduce(0) { $0 << 8 | Int($1) }
  }

  private func variable(_ offset: Int) -> (value: Int, length: Int) {
    var value = 0
    for length in 1...9 {
      let byte = Int(bytes[offset + length - 1])
      value = value << 7 | byte & 0x7F
      if byte < 0x80 { return (value, length) }
    }
    return (value, 9)
  }

  private mutating func freePages() -> Set<Int> {
    var pages: Set<Int> = []
    var trunk = number(32, 4)
    while trunk != 0, pages.insert(trunk).inserted {
      let start = (trunk - 1) * size
      let count = number(start + 4, 4)
      mark(start, 8 + 4 * count)
      for place in 0..<count { pages.insert(number(start + 8 + 4 * place, 4)) }
      trunk = number(start, 4)
    }
    return pages
  }

  /// Marks what a page of a tree holds, and gives the pages its cells go on in.
  private mutating func mark(_ page: Int) -> [(page: Int, length: Int)] {
    let start = (page - 1) * size
    let header = start + (page == 1 ? 100 : 0)
    let kind = bytes[header]
    guard [2, 5, 10, 13].contains(kind) else { return [] }
    let headerLength = kind < 8 ? 12 : 8
    let count = number(header + 3, 2)
    mark(header, headerLength + 2 * count)
    var block = number(header + 1, 2)
    while block != 0 {
      mark(start + block, 4)
      block = number(start + block, 2)
    }
    return (0..<count).compactMap { place in
      markCell(start + number(header + headerLength + 2 * place, 2), kind: kind)
    }
  }

  private mutating func markCell(_ start: Int, kind: UInt8) -> (page: Int, length: Int)? {
    var offset = start + (kind < 8 ? 4 : 0)
    if kind == 5 {
      mark(start, offset + variable(offset).length - start)
      return nil
    }
    let payload = variable(offset)
    offset += payload.length
    if kind == 13 { offset += variable(offset).length }
    let most = kind == 13 ? size - 35 : (size - 12) * 64 / 255 - 23
    guard payload.value > most else {
      mark(start, offset + payload.value - start)
      return nil
    }
    let least = (size - 12) * 32 / 255 - 23
    let wanted = least + (payload.value - least) % (size - 4)
    let local = wanted <= most ? wanted : least
    mark(start, offset + local + 4 - start)
    return (number(offset + local, 4), payload.value - local)
  }

  private mutating func markOverflow(_ first: Int, _ length: Int) {
    var (page, rest) = (first, length)
    while page != 0, rest > 0, page * size <= bytes.count {
      let start = (page - 1) * size
      mark(start, 4 + min(rest, size - 4))
      rest -= size - 4
      page = number(start, 4)
    }
  }
}
