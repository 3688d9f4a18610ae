package import KapInterface
package import KapPractice
import KapTimeline

extension Bedside {
  /// The bedside as the screen shows it.
  package var view: BedsideView {
    BedsideView(
      readings: readings.vitals,
      scores: readings.scores,
      look: look,
      cues: cues.map { cue in
        BedsideView.Cue(cue.words, by: cue.speaker, isQuoted: cue.speaker == Cue.patient)
      },
      answers: answers
    )
  }
}
