import type { LiftTimes } from '../../src/core/lifts/lift';
import type { TrueLift } from '../truth/clip-truth';
import { mean } from '../truth/figures';

/** A true lift and the found one that it is. */
export interface LiftPair<Found> {
  truth: TrueLift;
  found: Found | null;
}

/**
 * Which found lift is which true one: those that share most time first, each used once. A found lift that shares no
 * time with a true one is invented.
 */
export function matchLifts<Found extends Pick<LiftTimes, 'startS' | 'endS'>>(
  truths: readonly TrueLift[],
  found: readonly Found[],
): { pairs: LiftPair<Found>[]; invented: Found[] } {
  const shared = (truth: TrueLift, lift: Found): number =>
    Math.min(truth.end, lift.endS) - Math.max(truth.start, lift.startS);
  const candidates = truths
    .flatMap((truth) => found.map((lift) => ({ truth, lift, seconds: shared(truth, lift) })))
    .filter(({ seconds }) => seconds > 0)
    .sort((a, b) => b.seconds - a.seconds);
  const matched = new Map<TrueLift, Found>();
  const used = new Set<Found>();
  for (const { truth, lift } of candidates) {
    if (matched.has(truth) || used.has(lift)) continue;
    matched.set(truth, lift);
    used.add(lift);
  }
  return {
    pairs: truths.map((truth) => ({ truth, found: matched.get(truth) ?? null })),
    invented: found.filter((lift) => !used.has(lift)),
  };
}

/** How well lifts are found. Names are `recording at time`. */
export interface LiftTable {
  trueLifts: number;
  foundLifts: number;
  precision: number;
  recall: number;
  missed: string[];
  invented: string[];
  /** Mean size of the error, seconds, over the lifts that were found. */
  startErrorS: number;
  endErrorS: number;
  /** Mean error with its sign, + = too late. */
  startBiasS: number;
  endBiasS: number;
}

export interface RecordedLifts<Found> {
  recording: string;
  pairs: readonly LiftPair<Found>[];
  invented: readonly Found[];
}

export function liftTable(
  recordings: readonly RecordedLifts<Pick<LiftTimes, 'startS' | 'endS'>>[],
): LiftTable {
  const pairs = recordings.flatMap((r) => r.pairs.map((pair) => ({ ...pair, name: r.recording })));
  const invented = recordings.flatMap((r) =>
    r.invented.map((lift) => `${r.recording} at ${lift.startS.toFixed(1)} s`),
  );
  const found = pairs.flatMap(({ truth, found: lift }) => (lift === null ? [] : [{ truth, lift }]));
  const starts = found.map(({ truth, lift }) => lift.startS - truth.start);
  const ends = found.map(({ truth, lift }) => lift.endS - truth.end);
  const foundLifts = found.length + invented.length;
  return {
    trueLifts: pairs.length,
    foundLifts,
    precision: found.length / foundLifts,
    recall: found.length / pairs.length,
    missed: pairs
      .filter((p) => p.found === null)
      .map(({ name, truth }) => `${name} at ${truth.start.toFixed(1)} s`),
    invented,
    startErrorS: mean(starts.map(Math.abs)),
    endErrorS: mean(ends.map(Math.abs)),
    startBiasS: mean(starts),
    endBiasS: mean(ends),
  };
}
