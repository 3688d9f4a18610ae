import KapCanvas
import KapEntry
import KapTimeline

/// The arithmetic of a dose while it is planned, row by row, as far as it can be reckoned.
///
/// It reckons and compares; a person types the dose and confirms it.
struct Worksheet: Hashable, Sendable {
  /// A quantity and how it comes about.
  struct Row: Hashable, Sendable {
    let label: String
    var words: String
    /// Whether it follows from others.
    var isReckoned = false
    /// Whether a person should look at it before Enter.
    var asks = false
    /// How soon it makes room for the others on a small screen; what stands elsewhere goes first.
    var spare = 0
    /// What its words list; where there is little room the last of them are counted.
    var items: [String] = []
  }

  let rows: [Row]

  /// The worksheet of an open line that plans a dose; nil for every other field.
  init?(_ interface: Interface) {
    guard Self.isOpen(in: interface), let field = interface.field else { return nil }
    let moment = Moment(interface.session, at: interface.stamp.now)
    let reckoning = Reckoning(
      plan: interface.reading(of: field).line?.plan,
      weight: moment.weight,
      rules: interface.session.rules,
      moment: moment,
      lookBack: interface.lookBack
    )
    rows = reckoning.rows
  }

  /// Whether the open line plans a dose.
  static func isOpen(in interface: Interface) -> Bool {
    guard interface.mode != .replay, let field = interface.field, field.completions == nil,
      field.corrects == nil, field.returnsTo == nil, case .line(let line) = field.content
    else { return false }
    return plans(line)
  }

  /// Whether a line is the sentence of a plan, as far as it is typed.
  static func plans(_ line: LineField) -> Bool {
    guard line.verb == nil || line.verb == .rx || line.verb == .plan else { return false }
    let text = line.prefix + line.text.text
    let first = text.drop { $0 == " " }.prefix { $0 != " " }
    return line.verb == .plan || first.lowercased() == "plan"
  }
}

/// What a worksheet says of a plan.
private struct Reckoning {
  typealias Row = Worksheet.Row

  let plan: DosePlan?
  let weight: Double?
  let rules: ClinicProtocol?
  let moment: Moment
  /// What earlier sessions hold, by this chart; nil while they are still being read.
  let lookBack: LookBack?

  var rows: [Row] {
    [weightRow, usual, dose, perKilogram].compactMap(\.self) + devices
      + [strength, volume, rate, last].compactMap(\.self)
      + warnings + open + source
  }

  private var kilograms: Double? { plan?.weight ?? weight }

  private func milligrams(_ mass: Mass) -> String { "\(plain(mass.milligrams, places: 3)) mg" }

  private var weightRow: Row {
    guard let kilograms else { return Row(label: "weight", words: "not known", asks: true) }
    return Row(
      label: "weight",
      words: "\(fixed(kilograms, places: 1)) kg",
      spare: plan == nil ? 0 : 2
    )
  }

  private var usual: Row? {
    rules?.care.usualDose.map { usual in
      let amount = usual.isPerKilogram ? usual.amount(forKilograms: kilograms) : nil
      let sum = amount.map { " = \(plain($0.milligrams, places: 1)) mg" } ?? ""
      return Row(label: "usual", words: usual.words + sum, spare: 3)
    }
  }

  /// Where the usual dose comes from.
  private var source: [Row] {
    rules?.care.usualDose.map { [Row(label: "source", words: $0.source, spare: 5)] } ?? []
  }

  private var dose: Row {
    guard let plan else { return Row(label: "dose", words: "not typed yet", asks: true) }
    let over = plan.dose.duration.map { " over \(plain($0.inMinutes)) min" } ?? ""
    let what = "\(milligrams(plan.dose.amount)) \(plan.dose.route.abbreviation)\(over)"
    return Row(label: "dose", words: what)
  }

  private var perKilogram: Row? {
    guard var plan, let kilograms else { return nil }
    plan.weight = kilograms
    guard let each = plan.perKilogram else { return nil }
    let sum = "\(milligrams(plan.dose.amount)) / \(fixed(kilograms, places: 1)) kg"
    return Row(
      label: "per kg",
      words: "\(sum) = \(fixed(each, places: 2)) mg/kg",
      isReckoned: true
    )
  }

  /// Of how many devices it is, and what these hold, as far as the rules say.
  private var devices: [Row] {
    guard let plan, let supply = rules?.care.supply, let device = supply.deviceMilligrams,
      device > 0
    else { return [] }
    let count = plan.dose.amount.milligrams / device
    let isWhole = count == count.rounded()
    let noun = plain(count, places: 2) == "1" ? "device" : "devices"
    let sum = "\(milligrams(plan.dose.amount)) / \(plain(device)) mg"
    let row = Row(
      label: "devices",
      words: "\(sum) = \(plain(count, places: 2)) \(noun)",
      isReckoned: true,
      asks: !isWhole
    )
    guard plan.concentration == nil, let each = supply.deviceMillilitres,
      let concentration = supply.deviceConcentration
    else { return [row] }
    let strength =
      "\(plain(device)) mg / \(plain(each)) mL = \(plain(concentration, places: 3)) mg/mL"
    let volume =
      "\(plain(count, places: 2)) x \(plain(each)) mL = \(plain(count * each, places: 3)) mL"
    return [
      row, Row(label: "conc", words: strength, isReckoned: true, spare: 1),
      Row(label: "volume", words: volume, isReckoned: true, spare: 1),
    ]
  }

  private var strength: Row? {
    guard let concentration = plan?.concentration else { return nil }
    let listed = rules?.care.supply?.concentrations ?? []
    let isListed = listed.isEmpty || listed.contains(concentration)
    let known = listed.map { plain($0) }.joined(separator: " or ")
    return Row(
      label: "conc",
      words: "\(plain(concentration, places: 6)) mg/mL"
        + (isListed ? "" : ", not the clinic's \(known)"),
      asks: !isListed,
      spare: isListed ? 1 : 0
    )
  }

  private var volume: Row? {
    guard let plan, let concentration = plan.concentration, let volume = plan.volumeWords else {
      return nil
    }
    let sum = "\(milligrams(plan.dose.amount)) / \(plain(concentration, places: 6)) mg/mL"
    return Row(label: "volume", words: "\(sum) = \(volume)", isReckoned: true)
  }

  /// What a pump would be set to.
  private var rate: Row? {
    guard let plan, let duration = plan.dose.duration, duration.inMinutes > 0 else { return nil }
    let minutesOfHour = Span.minutes(60).inMinutes
    let hourly = plan.dose.amount.milligrams / duration.inMinutes * minutesOfHour
    var words = "\(milligrams(plan.dose.amount)) / \(plain(duration.inMinutes)) min"
    words += " = \(plain(hourly, places: 1)) mg/h"
    if let volume = plan.volume {
      words += ", \(plain(volume / duration.inMinutes * minutesOfHour, places: 2)) mL/h"
    }
    return Row(label: "rate", words: words, isReckoned: true)
  }

  /// What was given the last time, as it was typed or as the chart has it, and the change from it.
  private var last: Row {
    let previous = lookBack?.dose
    guard let before = plan?.previous ?? previous?.amount else {
      let isRead = lookBack != nil
      return Row(
        label: "last",
        words: isRead
          ? "none in this chart: last AMOUNT says one" : "earlier sessions are still being read"
      )
    }
    let isOfChart = before == previous?.amount
    let name = isOfChart ? previous?.words ?? milligrams(before) : milligrams(before)
    guard let plan else { return Row(label: "last", words: name) }
    var compared = plan
    compared.previous = before
    let change = compared.changeWords.map { ", \($0)" } ?? ""
    return Row(label: "last", words: "\(name)\(change)", isReckoned: true)
  }

  private var warnings: [Row] {
    guard let plan, let rules else { return [] }
    return rules.doubts(about: plan.dose, after: moment.totalGiven, weight: kilograms).map {
      Row(label: "asks", words: $0.question, asks: true)
    }
  }

  private var open: [Row] {
    guard moment.doseBegan == nil else { return [] }
    let names = moment.waitedFor
    guard !names.isEmpty else { return [] }
    return [
      Row(
        label: "open",
        words: names.joined(separator: ", "),
        asks: plan?.reason == nil,
        items: names
      )
    ]
  }
}
