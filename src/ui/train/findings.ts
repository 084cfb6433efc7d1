import type { CueId } from '../../core/coaching/cue-list';
import { focusOf } from '../../core/coaching/focus';
import { pairedChange, type PairedChange } from '../../core/coaching/paired-change';
import { ok, type Result } from '../../core/errors';
import type { Turn } from '../../core/records/training-record';
import type { World } from '../ports';
import { hardestAndEasiestOf, liftsOf, type TurnFigure, type TurnLift } from './turn-lifts';

type Kept = Pick<World, 'store' | 'lifters'>;

/** What was seen at the first station, and what to change. */
export interface Seen {
  hardest: TurnFigure;
  easiest: TurnFigure | null;
  focus: readonly CueId[];
}

/** What changed from the first station to the last. */
export interface Change {
  before: TurnFigure | null;
  after: TurnFigure | null;
  changes: readonly PairedChange[];
}

const verdicts = (lifts: readonly TurnLift[]) => lifts.map(({ verdict }) => verdict);

/** @returns null without a lift */
export async function seenOf(world: Kept, turns: readonly Turn[]): Promise<Result<Seen | null>> {
  const lifts = await liftsOf(world, turns);
  if (!lifts.ok) return lifts;
  const lifters = await world.lifters();
  if (!lifters.ok) return lifters;
  const figures = hardestAndEasiestOf(lifts.value, lifters.value);
  return ok(figures && { ...figures, focus: focusOf(verdicts(lifts.value)) });
}

export async function changeOf(
  world: Kept,
  turnsBefore: readonly Turn[],
  turnsAfter: readonly Turn[],
): Promise<Result<Change>> {
  const before = await liftsOf(world, turnsBefore);
  if (!before.ok) return before;
  const after = await liftsOf(world, turnsAfter);
  if (!after.ok) return after;
  const lifters = await world.lifters();
  if (!lifters.ok) return lifters;
  const hardest = (lifts: readonly TurnLift[]): TurnFigure | null =>
    hardestAndEasiestOf(lifts, lifters.value)?.hardest ?? null;
  return ok({
    before: hardest(before.value),
    after: hardest(after.value),
    changes: pairedChange(verdicts(before.value), verdicts(after.value)),
  });
}
