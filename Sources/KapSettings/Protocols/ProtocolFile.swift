import KapTimeline

/// A protocol file, with all that it inherits: YAML that states a clinic's rules.
struct ProtocolFile {
  let tree: Tree

  /// The rules that the file states, or all its problems.
  func clinicProtocol() throws(SettingsError) -> ClinicProtocol {
    var section = Section(tree, path: "")
    let rules = section.clinicProtocol()
    section.close()
    guard section.problems.isEmpty, let rules else { throw .invalid(section.problems) }
    return rules
  }
}

extension Section {
  fileprivate mutating func clinicProtocol() -> ClinicProtocol? {
    _ = textIfAny("inherits")
    let (name, version, title) = (text("name"), text("version"), text("title"))
    let (medicine, route) = (choice("medicine", of: Medicine.self), choice("route", of: Route.self))
    let isInfused = flag("infused")
    let zeroMoment = text("zero")
    let phases = phasePlans()
    let scales = scalesOfProtocol()
    let vitals = vitalsSchedule()
    let scores = scoreSchedule(of: scales)
    let limits = limitsOfProtocol()
    let bounds = boundsOfProtocol()
    let doseWarnings = doseWarningsOfProtocol()
    let stay = minimumStay()
    let timing = timingOfProtocol()
    let strip = stripRules()
    let slots = slotsOfField()
    let reasons = reasonsOfProtocol()
    let codes = codesOfRoom()
    let (effects, medicines) = (terms("effects"), terms("medicines"))
    let hold = holdOfLozenge()
    let care = careRules(scales: scales)
    guard let name, let version, let title, let medicine, let route, let zeroMoment, let vitals,
      let stay, let timing, let reasons
    else { return nil }
    return ClinicProtocol(
      name: name,
      version: version,
      title: title,
      medicine: medicine,
      route: route,
      isInfused: isInfused,
      zeroMoment: zeroMoment,
      phases: phases,
      vitals: vitals,
      scores: scores,
      limits: limits,
      bounds: bounds,
      doseWarnings: doseWarnings,
      scales: scales,
      stay: stay,
      timing: timing,
      strip: strip,
      slots: slots,
      reasons: reasons,
      codes: codes,
      effects: effects,
      medicines: medicines,
      hold: hold,
      care: care
    )
  }
}
