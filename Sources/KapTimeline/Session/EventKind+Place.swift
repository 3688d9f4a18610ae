extension EventKind {
  /// Its place among the kinds, from 0.
  var place: Int {
    switch self {
    case .opened: 0
    case .frame: 1
    case .joined: 2
    case .left: 3
    case .dose: 4
    case .infusion: 5
    case .phase: 6
    case .vitals: 7
    case .noReading: 8
    case .score: 9
    case .note: 10
    case .technique: 11
    case .theme: 12
    case .effect: 13
    case .given: 14
    case .call: 15
    case .order: 16
    case .pin: 17
    case .later: 18
    case .notDone: 19
    case .acknowledgement: 20
    case .confirmation: 21
    case .correction: 22
    case .void: 23
    case .attached: 24
    case .detached: 25
    case .suspended: 26
    case .resumed: 27
    case .clockStepped: 28
    case .ended: 29
    case .reopened: 30
    case .check: 31
    case .assessment: 32
    case .plan: 33
    case .limit: 34
    case .supply: 35
    case .lozenge: 36
    case .emergency: 37
    case .handOver: 38
    case .quiet: 39
    }
  }
}

extension EventKind {
  /// The kinds on which depends what limits say of readings.
  static let judged: [EventKind] = [.opened, .dose, .infusion, .vitals, .limit]

  /// Whether what limits say of readings depends on it.
  var isJudged: Bool { Self.judged.contains(self) }
}
