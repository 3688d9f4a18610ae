import KapSettings
import KapTimeline
import Testing

/// What is wrong with checks, scales and the card is named by its line, column and key.
struct CareProblemTests {
  @Test(arguments: [
    (
      "checklists:\n  leaving:\n    items:\n      consent: { label: c, source: s }\n",
      "7:7: checklists.leaving.items.consent: `consent` already means an item of `beforeDose`. "
        + "Choose another word."
    ),
    (
      "checklists:\n  leaving:\n    items:\n      bed: { label: c, short: Consent, source: s }\n",
      "7:7: checklists.leaving.items.bed: `Consent` already means an item of `beforeDose`. "
        + "Choose another word."
    ),
    (
      "checklists:\n  leavin:\n    title: t\n",
      "5:3: checklists.leavin: there is no list `leavin`. Did you mean `leaving`?"
    ),
    (
      "checklists:\n  leaving:\n    items:\n      Two Words: { label: c, source: s }\n",
      "7:7: checklists.leaving.items.Two Words: `Two Words` cannot be typed as one word. "
        + "Use small letters, digits and hyphens."
    ),
    (
      "checklists:\n  leaving:\n    items:\n      x: { label: c, source: s, "
        + "evidence: { kind: fact } }\n",
      "7:43: checklists.leaving.items.x.evidence.name: evidence of kind `fact` needs a whole "
        + "`name`. Write `name: …` here."
    ),
    (
      "checklists:\n  leaving:\n    items:\n      x: { label: c, source: s, "
        + "evidence: { kind: fact, name: escrot } }\n",
      "7:63: checklists.leaving.items.x.evidence.name: there is no fact `escrot`. "
        + "Did you mean `escort`?"
    ),
    (
      "checklists:\n  leaving:\n    items:\n      x: { label: c, source: s, "
        + "evidence: { kind: scale, name: aldrette } }\n",
      "7:64: checklists.leaving.items.x.evidence.name: there is no scale `aldrette`. "
        + "Did you mean `aldrete`?"
    ),
    (
      "checklists:\n  leaving:\n    items:\n      x: { label: c }\n",
      "7:10: checklists.leaving.items.x.source: `source` is missing. Write `source: …` here."
    ),
    (
      "checklists:\n  leaving:\n    items:\n      x: { label: c, source: s, required: true, "
        + "forFew: true }\n",
      "7:57: checklists.leaving.items.x.forFew: what is required concerns everybody. "
        + "Drop one of the two."
    ),
    (
      "checklists:\n  leaving:\n    items:\n      x: { label: c, source: s, "
        + "holds: { what: w, figures: 2 } }\n",
      "7:40: checklists.leaving.items.x.holds: nothing asks for words that could hold it. "
        + "Write `needs: words` too."
    ),
    (
      "gate:\n  systolic-hold: { sign: systolic, atLeast: 130, asks: hold, source: s }\n",
      "5:18: gate.systolic-hold: it holds at 130, before a note is asked at 140. "
        + "Let the hold lie beyond the note."
    ),
    (
      "gate:\n  x: { sign: heartRate, asks: hold, source: s }\n",
      "5:6: gate.x: the limit has no value. Write one of `above`, `atLeast`, `below`, `atMost`."
    ),
    (
      "interventions:\n  10: { name: more }\n",
      "5:3: interventions.10: `10` is not a key of the card. Use each of `1` to `9` at most once."
    ),
    (
      "quiet: { seconds: 0, source: s }\n",
      "4:19: quiet.seconds: 0 is out of range. Write a number from 1 to 3600."
    ),
    (
      "prompts:\n  x: { scale: madrs, item: 11, atLeast: 4, urgency: notice, words: w, source: s }\n",
      "5:28: prompts.x.item: `madrs` has no item `11`. Its items are: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10."
    ),
    (
      "prompts:\n  x: { scale: phq, item: 9, atLeast: 1, urgency: notice, words: w, source: s }\n",
      "5:15: prompts.x.scale: there is no scale `phq`. Did you mean `phq9`?"
    ),
    (
      "prompts:\n  x: { scale: phq9, item: 9, atLeast: 4, urgency: notice, words: w, source: s }\n",
      "5:39: prompts.x.atLeast: 4 is never reached. Write a value from 0 to 3."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 0, to: 9, bands: { 5: high, 3: low }, source: s }\n",
      "5:56: scales.sud.bands.3: 3 comes after 5. "
        + "Write the bands in order, each from its lowest value."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 0, to: 9, each: { from: 0, to: 3 }, items: { 1: a }, "
        + "source: s }\n",
      "5:71: scales.sud.items: the answers make 0 to 3, the scale goes from 0 to 9. "
        + "Let both be the same."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 0, to: 9, items: { 1: a }, source: s }\n",
      "5:50: scales.sud.items.1: nothing says what may be answered. "
        + "Write `answers` or `each` beside `items`."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 0, to: 9, response: { of: points, source: s }, "
        + "source: s }\n",
      "5:48: scales.sud.response: nothing says how far the value has to come. "
        + "Write `fall` or `rise`."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 0, to: 9, remission: { atMost: 10, source: s }, "
        + "source: s }\n",
      "5:49: scales.sud.remission: 10 is not on the scale. Keep to its own range."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 0, to: 2, answers: { 0: no, 1: yes }, items: { "
        + "1: { ask: a, asksIf: { item: 2, atLeast: 1 } }, 2: b }, source: s }\n",
      "5:75: scales.sud.items.1: no item `2` is asked before it. Name an item that stands above."
    ),
    (
      "scales:\n  sud: { label: SUD, from: 0, to: 2, answers: { 0: no, 1: yes }, items: { "
        + "1: b, 2: { ask: a, asksIf: { item: 1, atLeast: 0 } } }, source: s }\n",
      "5:81: scales.sud.items.2: an answer of 0 to `1` decides nothing. "
        + "Write an answer above 0, up to 1."
    ),
    (
      "warningScore:\n  name: N\n  source: s\n  bands:\n    heartRate:\n"
        + "      - { to: 40, points: 1 }\n      - { from: 40, points: 0 }\n",
      "10:17: warningScore.bands.heartRate.from: the band begins at 40, the one before it ends at "
        + "40. Write the bands in order, none over another."
    ),
    (
      "warningScore: none\ngate: none\nquiet: { seconds: 9 }\n",
      "6:8: quiet.source: `source` is missing. Write `source: …` here."
    ),
  ])
  func `a problem names its line, its column and its key`(text: String, expected: String) {
    let found = problems(of: "name: ours\ninherits: iv-infusion\nversion: \"2\"\n" + text)

    #expect(found == [expected])
  }

  @Test func `nothing stands on the card twice`() {
    let found = problems(
      of: "name: ours\ninherits: iv-infusion\nversion: \"2\"\ninterventions:\n"
        + "  9: { name: oxygen }\n"
    )

    #expect(
      found == [
        "5:3: interventions.9: `oxygen` stands on the key 4 already. Keep one of them."
      ]
    )
  }
}
