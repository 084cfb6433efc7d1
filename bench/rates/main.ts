import type { LiftVerdict } from '../../src/core/scoring/check';
import { analyseSavedPoses } from '../../src/pipeline/saved-poses';
import { STARTS } from '../accuracy/rate-sets';
import { stoodBefore, thinned } from '../accuracy/thinned-poses';
import { atMost, type Figure } from '../figure.mjs';
import { CLIPS, savedClip, shippedLifters } from '../saved-clip';

/** Poses a second at which every lift is found. */
const FOUND = [10, 7, 5];
/** Poses a second at which nothing is judged (RATE-1). */
const TOO_FEW = 3;
const MODES = ['recording', 'live'] as const;

/** What the answer on the demo clips is at lower rates, each clip begun a share of an interval later several times. */
export function rateFigures(root: string): Figure[] {
  const lifters = shippedLifters(root);
  const clips = CLIPS.map((name) => savedClip(root, name));
  const person = { heightM: 1.7, heightEntered: false };
  const liftsAt = (rate: number, mode: (typeof MODES)[number]): LiftVerdict[][] =>
    clips.flatMap((clip) =>
      Array.from({ length: STARTS }, (_, k) => {
        const few = thinned(clip.frames, rate, k / STARTS);
        const frames = mode === 'live' ? stoodBefore(few, rate) : few;
        return analyseSavedPoses({ ...clip, mode, frames }, lifters, person, false).lifts;
      }),
    );
  return MODES.flatMap((mode) => {
    const wrongCount = (rate: number): number =>
      liftsAt(rate, mode).filter((lifts) => lifts.length !== 1).length;
    const judged = liftsAt(TOO_FEW, mode)
      .flat()
      .flatMap(({ checks }) => checks)
      .filter(({ notJudged }) => notJudged === null);
    const of = `of ${CLIPS.length * STARTS}`;
    return [
      ...FOUND.map((rate) =>
        atMost(
          `${mode}, ${rate} poses a second: clips with other than one lift, ${of}`,
          wrongCount(rate),
          '',
          0,
        ),
      ),
      atMost(`${mode}, ${TOO_FEW} poses a second: checks judged`, judged.length, '', 0),
    ];
  });
}
