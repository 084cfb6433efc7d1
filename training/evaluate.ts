/**
 * Tells how good lifters are on recordings with truth. Everything is given as arguments:
 *   evaluate.ts LIFTER.json... --rendered FOLDER [--family movenet|blazepose] [--clips POSES=TRUTHS] [--real POSES.json=MARKERS.csv]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { mean, rms } from '../bench/truth/figures';
import { parseLifters } from '../src/core/kinematics/lifter';
import type { DetectorFamily } from '../src/core/pose/pose';
import { readSequence, smoothed, type Reading } from './evaluation/readings';
import {
  clipSequences,
  markerSequence,
  renderedSequences,
  type Sequence,
} from './evaluation/sequences';
import {
  errorsOf,
  errorTable,
  fixed,
  sideBendTable,
  twistPeaks,
  twistTable,
  widenTable,
} from './evaluation/tables';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rendered: { type: 'string' },
    family: { type: 'string', default: 'movenet' },
    clips: { type: 'string', multiple: true, default: [] },
    real: { type: 'string', multiple: true, default: [] },
  },
});
const family = values.family as DetectorFamily;
const say = (lines: string | readonly string[]): void =>
  console.log(typeof lines === 'string' ? lines : lines.join('\n'));
const pair = (text: string): [string, string] => text.split('=') as [string, string];

function clipLine(readings: readonly Reading[]): string {
  const name = readings[0]!.sequence.name;
  const peak = readings.reduce((a, b) =>
    b.truth.trunkInclination! > a.truth.trunkInclination! ? b : a,
  );
  const read = Math.max(...readings.map((r) => r.said.trunkInclination.mean));
  const twisted = readings.reduce((a, b) =>
    Math.abs(b.truth.axialTwist!) > Math.abs(a.truth.axialTwist!) ? b : a,
  );
  const most = readings.reduce((a, b) =>
    Math.abs(b.said.axialTwist.mean) > Math.abs(a.said.axialTwist.mean) ? b : a,
  );
  return (
    `${name.padEnd(20)} trunk rmse ${fixed(rms(errorsOf(readings, 'trunkInclination')))} peak ${fixed(peak.truth.trunkInclination!)} read ${fixed(read)}` +
    `  twist rmse ${fixed(rms(errorsOf(readings, 'axialTwist')))} peak ${fixed(twisted.truth.axialTwist!)} read there ${fixed(twisted.said.axialTwist.mean)} largest read ${fixed(most.said.axialTwist.mean)} (σ ${fixed(most.said.axialTwist.sigma)})` +
    `  knees ${fixed(rms(errorsOf(readings, 'kneeFlexionL')))} ${fixed(rms(errorsOf(readings, 'kneeFlexionR')))}`
  );
}

for (const file of positionals) {
  const lifter = parseLifters(JSON.parse(readFileSync(file, 'utf8')))[family];
  const read = (sequences: Sequence[]): Reading[] =>
    sequences.flatMap((s) => readSequence(lifter, s));
  say(`\n=== ${file}: ${lifter.version}, ${lifter.shape.join('-')}, ${family}`);
  if (values.rendered !== undefined) {
    const raw = read(renderedSequences(values.rendered, family));
    const even = smoothed(raw);
    say(['--- rendered, frame by frame: RMSE (bias)', ...errorTable(raw)]);
    say(['--- raw', ...sideBendTable(raw), '--- smoothed', ...sideBendTable(even)]);
    say(twistTable(raw));
    say([`raw ${twistPeaks(raw)}`, `smoothed ${twistPeaks(even)}`]);
    say(['--- smoothed: widening', ...widenTable(even)]);
  }
  for (const [poses, truths] of values.clips.map(pair)) {
    const readings = clipSequences(poses, truths).map((s) => smoothed(readSequence(lifter, s)));
    say([
      `--- clips ${poses}, smoothed`,
      ...errorTable(readings.flat()),
      ...sideBendTable(readings.flat()),
      ...readings.map(clipLine),
    ]);
  }
  for (const [poses, csv] of values.real.map(pair)) {
    const readings = smoothed(read(markerSequence(poses, csv)));
    const high = readings.filter((r) => r.truth.hipShoulderIncl! > 40);
    say([
      `--- real ${poses}, smoothed`,
      ...errorTable(readings),
      `hip–shoulder line above 40°: bias ${fixed(mean(errorsOf(high, 'hipShoulderIncl')))}, n ${high.length}`,
    ]);
  }
}
