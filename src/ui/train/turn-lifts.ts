import { ok, type Result } from '../../core/errors';
import type { LifterSet } from '../../core/kinematics/lifter';
import { amendmentsInForce, verdictNow } from '../../core/records/lift-row';
import type { LiftTrack } from '../../core/records/track-record';
import { unpackTrack } from '../../core/records/track-packing';
import type { Turn } from '../../core/records/training-record';
import type { LiftVerdict } from '../../core/scoring/check';
import type { Seconds } from '../../core/units';
import { momentsOf } from '../../pipeline/score-again';
import type { World } from '../ports';
import { asTold, hardestTime, type Moment } from '../summary/moments';
import { hardestAndEasiest } from '../verdict-view';

/** One lift of a turn, as it is kept. */
export interface TurnLift {
  verdict: LiftVerdict;
  /** null = it has no poses, or they cannot be read. */
  track: LiftTrack | null;
}

/** The lifts of these turns, in order; what was said to be no lift is left out. */
export async function liftsOf(
  { store }: Pick<World, 'store'>,
  turns: readonly Turn[],
): Promise<Result<TurnLift[]>> {
  const found: TurnLift[] = [];
  for (const { sessionId } of turns) {
    const answer = await store.records({ sessionId });
    if (!answer.ok) return answer;
    const { lifts, tracks, amendments, rescores } = answer.value;
    for (const lift of lifts.toSorted((a, b) => a.index - b.index)) {
      const own = <T extends { liftId: string }>(all: readonly T[]): T[] =>
        all.filter(({ liftId }) => liftId === lift.id);
      const said = amendmentsInForce(own(amendments));
      if (said.some(({ amendment }) => amendment.kind === 'not-a-lift')) continue;
      const packed = own(tracks)[0];
      const unpacked = packed === undefined ? null : unpackTrack(packed);
      found.push({
        verdict: verdictNow(lift, own(rescores)).verdict,
        track: unpacked?.ok === true ? unpacked.value : null,
      });
    }
  }
  return ok(found);
}

/** The figure of a kept lift at a moment, with its measured bend where that was judged; null without poses. */
function figureAt(track: LiftTrack, atS: Seconds, lifters: LifterSet): Moment | null {
  const seen = momentsOf(track, lifters)
    .map((moment, i) => ({ moment, pose: track.frames[i]!.pose }))
    .filter(({ pose }) => pose !== null);
  const near = seen.reduce<(typeof seen)[number] | null>(
    (best, one) =>
      best && Math.abs(best.moment.timeS - atS) <= Math.abs(one.moment.timeS - atS) ? best : one,
    null,
  );
  if (near === null) return null;
  const { value, error, judged } = near.moment.measures.trunkInclinationDeg;
  return {
    atS,
    detector: track.detector,
    keypoints: near.pose!.keypoints,
    bend: judged === true && value !== null ? { value, error: error ?? 0 } : null,
  };
}

/** A lift at its hardest moment. */
export interface TurnFigure {
  verdict: LiftVerdict;
  figure: Moment | null;
}

/** The hardest of these lifts, and the easiest where there is one that was judged. */
export function hardestAndEasiestOf(
  lifts: readonly TurnLift[],
  lifters: LifterSet,
): { hardest: TurnFigure; easiest: TurnFigure | null } | null {
  const chosen = hardestAndEasiest(lifts.map(({ verdict }) => verdict));
  if (chosen === null) return null;
  const figureOf = (index: number): TurnFigure => {
    const { verdict, track } = lifts[index]!;
    const figure = track && figureAt(track, hardestTime(verdict), lifters);
    return { verdict, figure: figure && asTold(figure, verdict) };
  };
  const { hardest, easiest } = chosen;
  return { hardest: figureOf(hardest), easiest: easiest === null ? null : figureOf(easiest) };
}
