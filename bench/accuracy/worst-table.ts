import type { Check, CheckId, LiftVerdict } from '../../src/core/scoring/check';
import { mean, rms, shareOf } from '../truth/figures';
import type { TrueName } from '../truth/true-values';
import type { LiftPair } from './lift-table';
import type { TrueRecording } from './true-recording';

/** The worst moment of one phase of a lift as a check states it, beside the true peak of that phase. */
export interface WorstPair {
  check: WorstCheck;
  /** `recording#lift phase`. */
  phase: string;
  truth: number;
  /** null = the check was not judged. */
  value: number | null;
  error: number | null;
}

const PEAK_OF = {
  'bent-back': 'trunkInclination',
  twist: 'axialTwist',
  'far-load': 'handAnkleDist',
  sudden: 'trunkVelocity',
} as const satisfies Partial<Record<CheckId, TrueName>>;
export type WorstCheck = keyof typeof PEAK_OF;
export const WORST_CHECKS = Object.keys(PEAK_OF) as WorstCheck[];

/** Sizes are compared: the side of a twist is not. */
export function worstPairs(
  recording: TrueRecording,
  pairs: readonly LiftPair<LiftVerdict>[],
): WorstPair[] {
  const peak = (name: TrueName, from: number, to: number): number | null => {
    const sizes = recording.truthTimes
      .filter((t) => t >= from && t <= to)
      .flatMap((t) => recording.truthAt(t)?.[name] ?? [])
      .map(Math.abs);
    return sizes.length === 0 ? null : Math.max(...sizes);
  };
  return pairs.flatMap(({ truth, found }, i) =>
    (found?.checks ?? []).flatMap((said: Check): WorstPair[] => {
      const check = WORST_CHECKS.find((id) => id === said.id);
      if (check === undefined) return [];
      const [from, to] =
        said.phase === 'lift' ? [truth.start, truth.end] : [truth.lowerStart, truth.lowerEnd];
      const true_ = from === undefined || to === undefined ? null : peak(PEAK_OF[check], from, to);
      if (true_ === null) return [];
      const phase = `${recording.name}#${i + 1} ${said.phase}`;
      const value = said.value === null ? null : Math.abs(said.value);
      return [{ check, phase, truth: true_, value, error: said.error }];
    }),
  );
}

export interface WorstRow {
  check: WorstCheck;
  phases: number;
  judged: number;
  /** In the unit of the check; bias = mean of value less truth. */
  rmse: number;
  bias: number;
  /** Share of the judged phases whose interval holds the true peak. */
  coverage: number;
  /** Largest |value less truth|, and where. */
  largestOff: number;
  largestAt: string | null;
  /** Largest |value less truth| as a share of the truth. */
  largestShare: number;
}

export function worstTable(pairs: readonly WorstPair[]): WorstRow[] {
  return WORST_CHECKS.map((check) => {
    const phases = pairs.filter((pair) => pair.check === check);
    const judged = phases.flatMap(({ phase, truth, value, error }) =>
      value === null || error === null
        ? []
        : [{ phase, off: value - truth, share: Math.abs(value - truth) / truth, error }],
    );
    const offs = judged.map(({ off }) => off);
    const largest = judged.toSorted((a, b) => Math.abs(b.off) - Math.abs(a.off))[0];
    return {
      check,
      phases: phases.length,
      judged: judged.length,
      rmse: rms(offs),
      bias: mean(offs),
      coverage: shareOf(judged, ({ off, error }) => Math.abs(off) <= error),
      largestOff: Math.abs(largest?.off ?? NaN),
      largestAt: largest?.phase ?? null,
      largestShare: judged.length === 0 ? NaN : Math.max(...judged.map(({ share }) => share)),
    };
  });
}
