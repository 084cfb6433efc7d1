import type { Analysis } from '../../src/core/session/analysis';
import type { Seconds } from '../../src/core/units';
import type { TrueRecording } from './true-recording';
import { robustPeak } from './twist-peaks';

/** One repetition's largest inclination of the hip–shoulder line, true and read, degrees. */
export interface BendPeak {
  atS: Seconds;
  truth: number;
  /** Largest middle-of-three of the judged readings of that repetition; null = none judged. */
  read: number | null;
}

/** A repetition is a stretch above this share of the largest inclination. */
const BENT_SHARE = 0.5;
/** Shorter stretches are noise at the edge. */
const SHORTEST_S: Seconds = 0.3;

/** The peaks of repeated bends, for recordings whose truth does not say where lifts are. */
export function bendPeaks(analysis: Analysis, recording: TrueRecording): BendPeak[] {
  const known = recording.truthTimes.flatMap((t) => {
    const value = recording.truthAt(t)?.hipShoulderIncl;
    return value === undefined ? [] : [{ t, value }];
  });
  const edge = BENT_SHARE * Math.max(...known.map(({ value }) => value));
  const stretches: (typeof known)[] = [[]];
  for (const row of known) {
    if (row.value > edge) stretches.at(-1)!.push(row);
    else if (stretches.at(-1)!.length > 0) stretches.push([]);
  }
  return stretches
    .filter((rows) => rows.length > 1 && rows.at(-1)!.t - rows[0]!.t > SHORTEST_S)
    .map((rows) => {
      const top = rows.reduce((a, b) => (b.value > a.value ? b : a));
      const readings = analysis.frames.filter(
        ({ t, judged }) =>
          t >= rows[0]!.t && t <= rows.at(-1)!.t && judged.hipShoulderInclinationDeg === true,
      );
      return {
        atS: top.t,
        truth: top.value,
        read: robustPeak(readings.map((frame) => frame.hipShoulderInclinationDeg!)),
      };
    });
}
