/// What the clinic lists the names of, where a person may say another one.
package enum ListedName: Hashable, Sendable {
  case technique, modality, action, outcome

  /// What one of them is called.
  var word: String {
    switch self {
    case .technique: "technique"
    case .modality: "modality"
    case .action: "action"
    case .outcome: "outcome"
    }
  }

  /// What the list is called.
  var words: String {
    switch self {
    case .technique: "techniques"
    case .modality: "modalities"
    case .action: "words for an action"
    case .outcome: "words for an outcome"
    }
  }
}

extension ClinicProtocol {
  /// Where a list of names comes from.
  func source(of list: ListedName) -> String? {
    switch list {
    case .technique: codes.lazy.compactMap(\.source).first
    case .modality: care.modalities.first?.source
    case .action, .outcome: care.adverseEvents?.source
    }
  }
}
