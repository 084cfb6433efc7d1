import { mean, quantile, rms } from '../../bench/truth/figures';
import { wrapped } from '../../bench/truth/true-values';
import type { LifterOutput } from '../../src/core/kinematics/lifter';
import type { Reading } from './readings';

export type View = 'all' | 'side' | 'oblique' | 'front' | 'back';
export const VIEWS: readonly View[] = ['all', 'side', 'oblique', 'front', 'back'];

export function inView(reading: Reading, view: View): boolean {
  if (view === 'all') return true;
  if (reading.truth.azimuth === undefined) return false;
  const away = Math.abs(wrapped(reading.truth.azimuth));
  if (view === 'front') return away < 30;
  if (view === 'oblique') return away >= 30 && away <= 60;
  if (view === 'side') return away > 60 && away < 120;
  return away >= 120;
}

/** Errors of one output, where the truth knows it. */
export const errorsOf = (readings: readonly Reading[], name: LifterOutput): number[] =>
  readings.flatMap((r) => (r.truth[name] === undefined ? [] : [r.said[name].mean - r.truth[name]]));

export const fixed = (value: number, digits = 1): string =>
  Number.isFinite(value) ? value.toFixed(digits) : '–';

const ROWS: readonly LifterOutput[] = [
  'trunkInclination',
  'hipShoulderIncl',
  'trunkFlexion',
  'lateralBend',
  'axialTwist',
  'kneeFlexionL',
  'kneeFlexionR',
  'handAnkleH',
];

/** RMSE (bias) of each output by view. */
export function errorTable(readings: readonly Reading[]): string[] {
  return ROWS.map((name) => {
    const cells = VIEWS.map((view) => {
      const errors = errorsOf(
        readings.filter((r) => inView(r, view)),
        name,
      );
      return `${view} ${fixed(rms(errors))} (${fixed(mean(errors))})`;
    });
    return `${name.padEnd(17)} ${cells.join('  ')}`;
  });
}

const describe = (readings: readonly Reading[], name: LifterOutput): string => {
  const errors = errorsOf(readings, name);
  const sigmas = readings.map((r) => r.said[name].sigma);
  const sizes = errors.map(Math.abs);
  return `n ${errors.length}  rmse ${fixed(rms(errors), 2)}  bias ${fixed(mean(errors), 2)}  abs90 ${fixed(quantile(sizes, 0.9), 2)}  sigma ${fixed(quantile(sigmas, 0.5), 2)}`;
};

/** Side view, trunk between 40 and 75 degrees: what decides whether 57 is told from 60. */
export function sideBendTable(readings: readonly Reading[]): string[] {
  const bent = readings.filter(
    (r) => inView(r, 'side') && r.truth.trunkInclination! > 40 && r.truth.trunkInclination! < 75,
  );
  return [Infinity, 60, 30].map((limit) => {
    const slow = bent.filter((r) => Math.abs(r.speed) < limit);
    return `trunk, side, 40–75°, ${limit === Infinity ? 'any speed' : `< ${limit} °/s`}: ${describe(slow, 'trunkInclination')}`;
  });
}

/** What is read where the true twist lies in a band, mirrored onto one side. */
export function twistTable(readings: readonly Reading[]): string[] {
  const bands = [
    [0, 5],
    [5, 15],
    [15, 27],
    [27, 37],
    [37, 60],
  ] as const;
  const lines = bands.map(([low, high]) => {
    const cells = VIEWS.map((view) => {
      const inBand = readings.filter(
        (r) =>
          inView(r, view) &&
          Math.abs(r.truth.axialTwist!) >= low &&
          Math.abs(r.truth.axialTwist!) < high,
      );
      const along = inBand.map((r) => r.said.axialTwist.mean * Math.sign(r.truth.axialTwist!));
      const truth = inBand.map((r) => Math.abs(r.truth.axialTwist!));
      const abs90 = quantile(errorsOf(inBand, 'axialTwist').map(Math.abs), 0.9);
      const sigma = quantile(
        inBand.map((r) => r.said.axialTwist.sigma),
        0.5,
      );
      return `${view} n${inBand.length} true ${fixed(mean(truth), 0)} reads ${fixed(mean(along))} abs90 ${fixed(abs90)} σ ${fixed(sigma)}`;
    });
    return `twist ${low}–${high}°: ${cells.join(' | ')}`;
  });
  const turns = readings.filter(
    (r) => r.sequence.kind.endsWith('+turn') && Math.abs(r.truth.axialTwist!) < 8,
  );
  const sizes = turns.map((r) => Math.abs(r.said.axialTwist.mean));
  lines.push(
    `step-turns, true < 8°: n ${turns.length}  reads 50 % ${fixed(quantile(sizes, 0.5))}  90 % ${fixed(quantile(sizes, 0.9))}  99 % ${fixed(quantile(sizes, 0.99))}`,
  );
  return lines;
}

/** Peak twist of each sequence: slope of read on true over all, how many at 30 degrees and more are found, how many without are flagged. */
export function twistPeaks(readings: readonly Reading[], flag = 22): string {
  const sequences = [...new Set(readings.map((r) => r.sequence))];
  const peaks = sequences.map((sequence) => {
    const own = readings.filter((r) => r.sequence === sequence);
    const top = own.reduce((a, b) =>
      Math.abs(b.truth.axialTwist ?? 0) > Math.abs(a.truth.axialTwist ?? 0) ? b : a,
    );
    const largest = Math.max(...own.map((r) => Math.abs(r.said.axialTwist.mean)));
    const same = Math.max(
      ...own.map((r) => r.said.axialTwist.mean * Math.sign(top.truth.axialTwist ?? 1)),
    );
    return { truth: Math.abs(top.truth.axialTwist ?? 0), largest, same };
  });
  const large = peaks.filter((p) => p.truth >= 30),
    none = peaks.filter((p) => p.truth < 12);
  const slope =
    peaks.reduce((s, p) => s + p.truth * p.same, 0) /
    peaks.reduce((s, p) => s + p.truth * p.truth, 0);
  const found = (threshold: number): string =>
    `>${threshold}: found ${fixed((100 * large.filter((p) => p.same > threshold).length) / large.length, 0)} %, false ${fixed((100 * none.filter((p) => p.largest > threshold).length) / none.length, 0)} %`;
  return `twist peaks: slope ${fixed(slope, 2)}; ≥30° (${large.length}) vs <12° (${none.length}): ${[12, 15, 18, flag].map(found).join('; ')}; large ones read on average ${fixed(mean(large.map((p) => p.same)))} of ${fixed(mean(large.map((p) => p.truth)))}`;
}

/** Factor from the lifter's sigma to the half-width that holds 90 % of the errors, and the coverage by view it gives. */
export function widenTable(readings: readonly Reading[]): string[] {
  const names: LifterOutput[] = [...ROWS, 'camSin'];
  return names.map((name) => {
    const ratio = (r: Reading): number =>
      Math.abs(r.said[name].mean - r.truth[name]!) / r.said[name].sigma;
    const k = quantile(readings.map(ratio), 0.9);
    const cells = VIEWS.map((view) => {
      const seen = readings.filter((r) => inView(r, view));
      return `${view} ${fixed((100 * seen.filter((r) => ratio(r) <= k).length) / seen.length, 0)} %`;
    });
    return `${name.padEnd(17)} k90 ${fixed(k, 2)}  coverage ${cells.join('  ')}`;
  });
}
