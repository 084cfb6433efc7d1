import { chooseCoaching, type Coaching } from '../../src/core/coaching/coaching';
import type { CueId } from '../../src/core/coaching/cue-list';
import { CueMoment } from '../../src/core/coaching/cue-moment';
import type { PoseFrame } from '../../src/core/pose/pose';
import type { CheckPhase, LiftVerdict } from '../../src/core/scoring/check';
import type { Seconds } from '../../src/core/units';
import { LiveCheck, type LiveCheckOptions } from '../../src/pipeline/live-check';
import { matchLifts } from '../accuracy/lift-table';
import type { TrueLift } from '../truth/clip-truth';

/** What the coach said once, and when. Times are those of the recording. */
export interface CueTime {
  /** Of the picture with which it starts. */
  atS: Seconds;
  coaching: Coaching;
  /** What had just ended: picking up, or putting down. */
  after: CheckPhase;
  /** The end as it was found, and the true one; null = no true lift, or the truth does not say. */
  foundEndS: Seconds;
  trueEndS: Seconds | null;
  /** What the person was doing then, by the truth. */
  during: CheckPhase | null;
}

/** Goes through a recording as a training does, and notes every word of the coach. */
export function cueTimes(
  frames: readonly PoseFrame[],
  truths: readonly TrueLift[],
  options: LiveCheckOptions,
): { cues: CueTime[]; withoutCue: number } {
  const check = new LiveCheck(options);
  const moment = new CueMoment();
  const startS = frames[0]?.timeS ?? 0;
  const told: CueId[] = [];
  const said: { index: number; atS: Seconds; coaching: Coaching; verdict: LiftVerdict }[] = [];
  let lifts: readonly LiftVerdict[] = [];
  for (const frame of frames) {
    const state = check.push(frame);
    lifts = state.lifts;
    const trunkDeg = state.motion?.measures.trunkInclinationDeg.value ?? null;
    const index = moment.push({ ...state, trunkDeg });
    if (index === null) continue;
    const verdict = lifts[index]!;
    const coaching = chooseCoaching(verdict, told, lifts.slice(0, index));
    if (coaching.kind === 'cue') told.push(coaching.cue);
    said.push({ index, atS: frame.timeS, coaching, verdict });
  }
  const own = lifts.map(({ startS: from, endS }, index) => ({
    index,
    startS: startS + from,
    endS: startS + endS,
  }));
  const { pairs } = matchLifts(truths, own);
  const cues = said.map(({ index, atS, coaching, verdict }): CueTime => {
    const truth = pairs.find(({ found }) => found?.index === index)?.truth;
    const isLowered = verdict.lowerEndS !== null;
    return {
      atS,
      coaching,
      after: isLowered ? 'lower' : 'lift',
      foundEndS: startS + (verdict.lowerEndS ?? verdict.endS),
      trueEndS: (isLowered ? truth?.lowerEnd : truth?.end) ?? null,
      during: doing(truths, atS),
    };
  });
  const heard = new Set(said.map(({ index }) => index));
  const isSilent = ({ found }: (typeof pairs)[number]): boolean =>
    found === null || !heard.has(found.index);
  return { cues, withoutCue: pairs.filter(isSilent).length };
}

function doing(truths: readonly TrueLift[], atS: Seconds): CheckPhase | null {
  for (const { start, end, lowerStart, lowerEnd } of truths) {
    if (atS >= start && atS < end) return 'lift';
    if (lowerStart !== undefined && lowerEnd !== undefined && atS >= lowerStart && atS < lowerEnd)
      return 'lower';
  }
  return null;
}
