import type { MeasureName, NotJudgedReason } from '../kinematics/measure';
import type { Moment } from '../kinematics/moment';
import type { Seconds } from '../units';

export interface Worst {
  /** Size with the sign it had. */
  value: number;
  error: number;
  atS: Seconds;
}

export type WorstMoment = { judged: true; worst: Worst } | { judged: NotJudgedReason; worst: null };

const JUDGED_SHARE = 1 / 3;

interface Reading {
  value: number | null;
  error: number | null;
  judged: true | NotJudgedReason;
  atS: Seconds;
}

/** How one check reads a moment; null leaves the moment out. */
export type Read = (moment: Moment) => Omit<Reading, 'atS'>;

export const readMeasure =
  (name: MeasureName): Read =>
  (moment) =>
    moment.measures[name];

/**
 * The worst moment of a phase (rules WORST-1..4, RATE-4): the largest middle-of-three of the frames that count.
 *
 * @param edges to watch and to flagged, in the unit of the value; sizes are compared, the sign is kept
 * @param peak 'largest' for a measure that is itself taken over three frames
 */
export function worstMoment(
  moments: readonly Moment[],
  read: Read,
  { watch, flagged }: { watch: number; flagged: number },
  peak: 'middle-of-three' | 'largest' = 'middle-of-three',
): WorstMoment {
  const readings = moments.map((moment): Reading => {
    const { value, error, judged } = read(moment);
    return { value, error, judged, atS: moment.timeS };
  });
  const isBeyond = ({ value, error }: Reading, edge: number): boolean =>
    Math.abs(value!) - error! > edge;
  // WORST-4: an error too large to be judged otherwise matters no more when all of the interval is beyond the edge to watch.
  // RATE-4: what was read at too low a rate is read all the same, and may be the worst.
  const counts = (r: Reading): boolean =>
    r.judged === true ||
    (r.judged === 'rate-too-low' && r.value !== null) ||
    (r.judged === 'too-uncertain' && isBeyond(r, watch));
  const judged = readings.filter(counts);
  const unjudged = readings.filter((r) => !counts(r));
  const edge = (list: readonly Reading[]): NotJudgedReason =>
    mostFrequent(list.map((r) => r.judged as NotJudgedReason)) ?? 'too-short';
  if (judged.length < 3 || judged.length < readings.length * JUDGED_SHARE)
    return { judged: edge(unjudged), worst: null };

  const peaks = judged.map((r, i): Reading => {
    if (peak === 'largest') return r;
    const { value, error, judged: how } = middle(judged[i - 1] ?? r, r, judged[i + 1] ?? r);
    return { value, error, judged: how, atS: r.atS };
  });
  const worst = peaks.reduce((a, b) => (Math.abs(b.value!) > Math.abs(a.value!) ? b : a));
  if (worst.judged === 'rate-too-low' && !isBeyond(worst, flagged))
    return { judged: worst.judged, worst: null };
  const found: Worst = { value: worst.value!, error: worst.error!, atS: worst.atS };
  if (Math.abs(found.value) + found.error < flagged) {
    const hiding = unjudged.filter(
      (r) => r.value === null || Math.abs(r.value) + r.error! > flagged,
    );
    // One or two hidden frames between judged ones hide no peak that would count (WORST-1).
    if (hiding.length >= 3) return { judged: edge(hiding), worst: null };
  }
  return { judged: true, worst: found };
}

/** The reading of middle size; of equal ones the earlier counts as the smaller. */
function middle(a: Reading, b: Reading, c: Reading): Reading {
  const size = (r: Reading): number => Math.abs(r.value!);
  const [low, high] = size(b) < size(a) ? [b, a] : [a, b];
  return size(c) < size(low) ? low : size(c) < size(high) ? c : high;
}

function mostFrequent<T>(list: readonly T[]): T | undefined {
  const counts = new Map<T, number>();
  for (const item of list) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
