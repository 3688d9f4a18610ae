import KapPractice
import KapTestSupport
import KapTimeline
import Testing

struct PracticeClockTests {
  private let start = Instant(milliseconds: 1_000_000)

  @Test(arguments: [1, 7, 10, 60])
  func `session time passes at the speed`(speed: Int) {
    let clock = PracticeClock(startingAt: start, real: 500, speed: speed)
    #expect(clock.now(at: 500) == start)
    #expect(clock.now(at: 1_500) == start + .seconds(speed))
    #expect(clock.now(at: 499) == start)
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `no change of speed and no pause makes it jump or go back`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var real: Int64 = 0
    var clock = PracticeClock(startingAt: start, real: real, speed: 10)
    var last = clock.now(at: real)
    for _ in 0..<200 {
      let passed = Int64.random(in: 0...5_000, using: &generator)
      let expected = clock.isPaused ? 0 : passed * Int64(clock.speed)
      real += passed
      #expect(clock.now(at: real) == last + Span(milliseconds: expected))
      last = clock.now(at: real)
      switch Int.random(in: 0..<4, using: &generator) {
      case 0: clock.pause(at: real)
      case 1: clock.resume(at: real)
      case 2: clock.run(atSpeed: Int.random(in: -3...90, using: &generator), at: real)
      default: break
      }
      #expect(clock.now(at: real) == last)
      #expect(PracticeClock.speeds.contains(clock.speed))
    }
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `a loop that sleeps until a moment wakes at it and not a millisecond early`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let speed = Int.random(in: 1...60, using: &generator)
    let clock = PracticeClock(startingAt: start, real: 0, speed: speed)
    let now = Int64.random(in: 0...10_000, using: &generator)
    let wanted = clock.now(at: now) + Span(milliseconds: .random(in: 1...90_000, using: &generator))

    let real = clock.real(when: wanted, now: now) ?? -1

    #expect(clock.now(at: real) >= wanted)
    #expect(clock.now(at: real - 1) < wanted)
    #expect(clock.real(when: start, now: now) == now)
  }

  @Test func `while it stands still no moment comes`() {
    var clock = PracticeClock(startingAt: start, real: 0)
    clock.pause(at: 100)
    #expect(clock.real(when: start + .seconds(9), now: 200) == nil)
    clock.resume(at: 5_000)
    #expect(clock.now(at: 6_000) == start + Span(milliseconds: 1_100))
  }

  @Test func `a real clock that went back or far ahead does no harm`() {
    var clock = PracticeClock(startingAt: start, real: 10_000, speed: 60)
    clock.run(atSpeed: 10, at: 5_000)
    #expect(clock.now(at: 10_000) == start)
    #expect(clock.now(at: 11_000) == start + .seconds(10))
    #expect(clock.now(at: .max) > start)
    #expect(PracticeClock(startingAt: start, real: .min).now(at: .max) > start)
  }
}
