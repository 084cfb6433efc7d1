import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../scripts/root.mjs';

const MEASURES = [
  ['trunkInclinationDeg', (frame) => frame.trunkInclination],
  ['axialTwistDeg', (frame) => frame.axialTwist],
  ['kneeFlexionLeftDeg', (frame) => frame.kneeFlexionL],
  ['kneeFlexionRightDeg', (frame) => frame.kneeFlexionR],
  ['handReachM', (frame) => frame.handAnkleDist],
];
/** What the truth calls each check, and whether it is there. */
const FAULTS = {
  'bent-back': (faults) => faults.bentBack,
  twist: (faults, lift) => Math.abs(lift.whole.peakTwist) > 30,
  'far-load': (faults, lift) => lift.whole.maxHandAnkleDist > 0.63,
  sudden: (faults) => faults.jerky,
};

/** The worst value of the lift itself, as the truth has it. */
const PEAKS = {
  'bent-back': (lift) => lift.peakInclination,
  twist: (lift) => lift.peakTwist,
  'far-load': (lift) => lift.maxHandAnkleDist,
  sudden: (lift) => lift.peakTrunkVelocity,
};

const errors = Object.fromEntries(MEASURES.map(([name]) => [name, []]));
const tally = {};
const peaks = {};

/**
 * Measures and prints; see accuracy.mjs.
 *
 * @param {string} folder of the clips
 * @param {{ model: string, fps: string }} options
 */
export function measureAccuracy(folder, { model, fps }) {
  const liftcheck = join(ROOT, 'bin/liftcheck.mjs');
  const out = mkdtempSync(join(tmpdir(), 'liftcheck-accuracy-'));
  let right = 0;
  let clips = 0;
  let endedWell = 0;
  let invented = 0;

  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.mp4'))
    .sort()) {
    const name = file.replace(/\.mp4$/, '');
    const truth = JSON.parse(readFileSync(join(folder, `${name}.truth.json`), 'utf8'));
    const height = String(Math.round(truth.body.height * 100));
    const run = spawnSync(
      process.execPath,
      [
        liftcheck,
        'analyze',
        join(folder, file),
        '--out',
        out,
        '--model',
        model,
        '--fps',
        fps,
        '--height-cm',
        height,
      ],
      { encoding: 'utf8' },
    );
    clips++;
    if (run.status !== 0) {
      console.log(`${name}: exit ${run.status}: ${run.stderr.trim().split('\n').at(-1)}`);
      continue;
    }
    endedWell++;
    const analysis = JSON.parse(readFileSync(join(out, `${name}.analysis.json`), 'utf8'));
    measure(analysis, truth);
    const found = analysis.lifts.length;
    const expected = truth.lifts.length;
    if (found === expected) right++;
    if (expected === 0 && found > 0) invented++;
    console.log(
      `${found === expected ? 'ok  ' : 'MISS'} ${name.padEnd(24)} lifts ${found} of ${expected}  ${analysis.lifts.map(sentence).join(' | ')}`,
    );
    if (found === expected) analysis.lifts.forEach((lift, i) => compare(lift, truth.lifts[i]));
  }
  rmSync(out, { recursive: true });

  console.log(
    `\n${model}: ${endedWell} of ${clips} clips without error, number of lifts right in ${right} of ${clips} (${Math.round((100 * right) / clips)} %), clips without a lift in which one was found: ${invented}`,
  );
  for (const [name, list] of Object.entries(errors)) {
    const judged = list.filter((e) => e.judged);
    const digits = name.endsWith('M') ? 3 : 1;
    const covered = judged.filter((e) => Math.abs(e.off) <= e.error).length / judged.length;
    console.log(
      `${name.padEnd(22)} all frames ${rms(list).toFixed(digits)}, judged frames ${rms(judged).toFixed(digits)} (${Math.round((100 * judged.length) / list.length)} % judged), truth inside the stated 90 % interval: ${Math.round(100 * covered)} %`,
    );
  }
  console.log('\nchecks of the lift (both phases, worse one) against the truth:');
  for (const [id, counts] of Object.entries(tally))
    console.log(`${id.padEnd(10)} ${JSON.stringify(counts)}`);
  console.log('\nworst moment of the lift against the true peak, where judged:');
  for (const [id, list] of Object.entries(peaks)) {
    const inside = list.filter(({ off, error }) => Math.abs(off) <= error).length;
    const digits = id === 'far-load' ? 3 : 1;
    console.log(
      `${id.padEnd(10)} root mean square error ${rms(list).toFixed(digits)}, truth inside the stated interval: ${inside} of ${list.length}`,
    );
  }
}

function measure(analysis, truth) {
  for (const frame of analysis.frames) {
    const real = truth.frames[Math.min(truth.frames.length - 1, Math.round(frame.t * truth.fps))];
    for (const [name, read] of MEASURES) {
      if (frame[name] !== null)
        errors[name].push({
          off: frame[name] - read(real),
          error: frame.errors[name],
          judged: frame.judged[name] === true,
        });
    }
  }
}

function compare(lift, real) {
  for (const [id, isThere] of Object.entries(FAULTS)) {
    const states = lift.checks.filter((check) => check.id === id).map((check) => check.state);
    // Of a lift that could not be judged, a well judged putting-down does not make it good.
    const worst = ['flagged', 'borderline', 'not-judged', 'watch', 'ok'].find((state) =>
      states.includes(state),
    );
    const lifting = lift.checks.find((check) => check.id === id && check.phase === 'lift');
    if (lifting.value !== null) {
      (peaks[id] ??= []).push({
        off: Math.abs(lifting.value) - Math.abs(PEAKS[id](real)),
        error: lifting.error,
      });
    }
    const key = `${isThere(real.whole.faults, real) ? 'fault' : 'no fault'}: ${worst}`;
    tally[id] ??= {};
    tally[id][key] = (tally[id][key] ?? 0) + 1;
  }
}

function sentence(lift) {
  const noteworthy = lift.checks.filter(
    (check) => check.phase === 'lift' && ['flagged', 'borderline'].includes(check.state),
  );
  return `${lift.headline.kind} (${noteworthy.map((check) => `${check.id} ${check.state} ${check.value.toFixed(check.unit === 'm' ? 2 : 0)}±${check.error.toFixed(check.unit === 'm' ? 2 : 0)}`).join(', ')})`;
}

function rms(list) {
  return Math.sqrt(list.reduce((sum, { off }) => sum + off * off, 0) / Math.max(1, list.length));
}
