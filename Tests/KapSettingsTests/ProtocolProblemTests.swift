import KapSettings
import KapTimeline
import Testing

/// The problems of a protocol file, without its name.
func problems(of text: String) -> [String] {
  do throws(SettingsError) {
    _ = try ProtocolLibrary().protocol(reading: Array(text.utf8), named: "ours.yaml")
    return []
  } catch {
    guard case .invalid(let problems) = error else { return ["\(error)"] }
    return problems.map { String("\($0)".dropFirst("ours.yaml:".count)) }
  }
}

/// A protocol that differs from the infusion by what follows its first three lines.
private func infusion(_ text: String) -> String {
  "name: ours\ninherits: iv-infusion\nversion: \"2\"\n" + text
}

struct ProtocolProblemTests {
  @Test(arguments: [
    (
      "vitls:\n  grace: 3\n",
      "4:1: vitls: there is no key `vitls` here. Known are: inherits, name, version, title, "
        + "medicine, route, infused, zero, phases, scales, prompts, vitals, scores, nextSteps, "
        + "limits, bounds, doses, stay, timing, strip, slots, reasons, codes, effects, medicines, "
        + "hold, checklists, gate, supply, adverseEvents, urgentEffects, interventions, quiet, "
        + "warningScore, aftercare, model, usualDose, modalities, manners."
    ),
    (
      "holdd: { minutes: 3 }\n",
      "4:1: holdd: there is no key `holdd` here. Did you mean `hold`?"
    ),
    (
      "stay:\n  minutes: 1:30\n  source: ours\n",
      "5:12: stay.minutes: `1:30` is not a number. Write it in digits, like `10` or `0.5`."
    ),
    (
      "infused: yes\n",
      "4:10: infused: `yes` is neither true nor false. Write `true` or `false`."
    ),
    (
      "stay:\n  minutes: 90\n",
      "5:3: stay.source: `source` is missing. Write `source: …` here."
    ),
    (
      "stay: { minutes: -5, source: ours }\n",
      "4:18: stay.minutes: -5 is out of range. Write a number from 0 to 1440."
    ),
    (
      "stay: { minutes: 1e3, source: ours }\n",
      "4:18: stay.minutes: `1e3` is not a number. Write it in digits, like `10` or `0.5`."
    ),
    (
      "route: intravenus\n",
      "4:8: route: `intravenus` is not known here. Did you mean `intravenous`?"
    ),
    (
      "phases:\n  peak: { from: 45, to: 10, source: ours }\n",
      "5:25: phases.peak.to: the window ends at 10 and begins at 45. Let it end later."
    ),
    (
      "phases:\n  peak: { from: 5, to: 45, source: ours }\n",
      "5:3: phases.peak: the window begins at 5, before the one above it ends at 10. "
        + "Let each window begin where the one before it ends, or later."
    ),
    (
      "phases:\n  peek: { from: 5, to: 45, source: ours }\n",
      "5:3: phases.peek: there is no phase `peek`. Did you mean `peak`?"
    ),
    (
      "limits:\n  cold: { rule: t, sign: temprature, below: 36, urgency: notice, source: ours }\n",
      "5:26: limits.cold.sign: `temprature` is not known here. Did you mean `temperature`?"
    ),
    (
      "limits:\n  cold: { rule: t, sign: temperature, urgency: notice, source: ours }\n",
      "5:9: limits.cold: the limit has no value. "
        + "Write one of `above`, `atLeast`, `below`, `atMost`."
    ),
    (
      "limits:\n  cold:\n    { rule: t, sign: temperature, below: 36, above: 3, urgency: notice, "
        + "source: ours }\n",
      "6:46: limits.cold: the limit has more than one value. "
        + "Write one of `above`, `atLeast`, `below`, `atMost`."
    ),
    (
      "bounds:\n  wieght: { ask: { below: 40 }, source: ours }\n",
      "5:3: bounds.wieght: there is no quantity `wieght`. Did you mean `weight`?"
    ),
    (
      "bounds:\n  weight: { refuse: { below: 40 }, ask: { below: 30 }, source: ours }\n",
      "5:41: bounds.weight.ask: 30 is refused already. Ask from 40 up."
    ),
    (
      "codes:\n  AB: { name: bells, group: music }\n",
      "5:7: codes.AB: `AB` is not a key. Use `1` to `9` or `a` to `z`."
    ),
    (
      "scores: { minutes: [10, 5], scales: [distress], source: ours }\n",
      "4:20: scores.minutes: 5 comes after 10. Write the minutes in order, once."
    ),
    (
      "scores: { minutes: [10], scales: [distres], source: ours }\n",
      "4:34: scores.scales: there is no scale `distres`. Did you mean `distress`?"
    ),
    (
      "vitals:\n  prompts: { minutes: [0, 10], required: [40], source: ours }\n",
      "5:42: vitals.prompts.required: no reading is due at 40. Add it to `minutes` too."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 10, to: 0, source: ours }\n",
      "5:36: scales.sud.to: the scale ends at 0 and begins at 10. Let it end higher."
    ),
    (
      "scales:\n  sud: { aliases: [diss], label: SUD, from: 0, to: 9, source: ours }\n",
      "5:3: scales.sud: `diss` already means the scale `dissociation`. Choose another word."
    ),
    (
      "strip:\n  - phases: [peak]\n    items: { mood: Mood }\n",
      "6:14: strip.items.mood: there is no fact `mood`. "
        + "Known are: weight, intention, calming, allergies, escort, touch, stopsign, room."
    ),
    (
      "slots: [heartRate, heartRate]\n",
      "4:20: slots: this slot stands twice. Keep one of them."
    ),
    (
      "reasons: [asleep]\n",
      "4:10: reasons: named parts are expected here. Write them as `word: value`."
    ),
    (
      "effects:\n  nausea: [often]\n",
      "5:11: effects.nausea: a text is expected here. Write a word or a sentence."
    ),
  ])
  func `a problem names its line, its column and its key`(text: String, expected: String) {
    #expect(problems(of: infusion(text)) == [expected])
  }

  @Test(arguments: [
    ("name: [", "2:1", "did not find expected node content"),
    ("name: ours\nname: mine\n", "1:1", "the key stands twice in the same place"),
    ("name: ours\n\tversion: 1\n", "2:1", "found a tab character"),
    ("name: &a ours\nversion: *a\n", "1:7", "anchors (`&name`) are not used in these files"),
    ("name: *a\n", "1:7", "found undefined alias"),
    ("? [a, b]\n: c\n", "1:3", "a key must be one word"),
    ("", "1:1", "the file is empty"),
    ("# nothing\n", "1:1", "the file is empty"),
    ("name: ours\n---\nname: mine\n", "2:1", "but found another document"),
    ("[a, b]\n", "1:1", "named parts are expected here"),
    ("name: a\u{0}b\n", "1:8", "control characters are not allowed"),
  ])
  func `what is not YAML for people is refused with its place`(
    text: String,
    place: String,
    message: String
  ) {
    let found = problems(of: text)

    #expect(found.first?.hasPrefix("\(place): ") == true, "\(found)")
    #expect(found.first?.contains(message) == true, "\(found)")
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() throws {
    let bytes = Array("name: ours\ntitle: caf".utf8) + [0xE9, 0x0A]

    let error = #expect(throws: SettingsError.self) {
      try ProtocolLibrary().protocol(reading: bytes, named: "ours.yaml")
    }
    guard case .invalid(let problems) = error else { return }
    #expect(problems.map { "\($0.line):\($0.column)" } == ["2:11"])
  }

  @Test func `all problems of a file come at once`() {
    let found = problems(of: infusion("infused: maybe\nroute: nose\nstay: soon\n"))

    #expect(found.count == 3)
  }

  @Test func `a file that inherits nothing is told everything it lacks`() {
    let found = problems(of: "name: ours\nversion: \"1\"\n")

    #expect(found.contains { $0.contains("`medicine` is missing") })
    #expect(found.contains { $0.contains("`vitals` is missing") })
    #expect(found.contains { $0.contains("`timing` is missing") })
  }

  @Test func `a description has place, key, message and remedy in one line`() {
    let problem = SettingsProblem(
      file: "ours.yaml",
      line: 4,
      column: 10,
      key: "infused",
      message: "`yes` is neither true nor false",
      remedy: "Write `true` or `false`"
    )

    #expect(
      problem.description
        == "ours.yaml:4:10: infused: `yes` is neither true nor false. Write `true` or `false`."
    )
  }
}
