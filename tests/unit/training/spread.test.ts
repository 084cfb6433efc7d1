import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import {
  LIFTED_DETECTORS,
  LIFTER_OUTPUTS,
  parseLifters,
  type LifterSet,
} from '../../../src/core/kinematics/lifter';
import { beyondSpread, differencesBetween, STATED_SPREAD } from '../../../training/spread';

const shipped = parseLifters(
  JSON.parse(readFileSync(new URL('../../../models/lifter.json', import.meta.url), 'utf8')),
);

/** The shipped weights, with twice the stated spread added to one output of MoveNet thunder. */
function changed(output: (typeof LIFTER_OUTPUTS)[number]): LifterSet {
  const lifter = shipped['movenet-thunder'];
  const outMean = lifter.standing.outMean.slice();
  outMean[LIFTER_OUTPUTS.indexOf(output)]! += 2 * STATED_SPREAD[output];
  const standing = { ...lifter.standing, outMean };
  return { ...shipped, 'movenet-thunder': { ...lifter, standing } };
}

it('the shipped weights are within the stated spread of themselves', () => {
  const differences = differencesBetween(shipped, shipped, 40);
  for (const detector of LIFTED_DETECTORS)
    for (const output of LIFTER_OUTPUTS) expect(differences[detector][output]).toBe(0);
  expect(beyondSpread(differences)).toEqual([]);
});

it.each(['trunkInclination', 'handAnkleH'] as const)(
  'weights that differ in %s are told',
  (output) => {
    const differences = differencesBetween(shipped, changed(output), 40);
    expect(differences['movenet-thunder'][output]).toBeCloseTo(2 * STATED_SPREAD[output], 3);
    expect(beyondSpread(differences)).toEqual([`movenet-thunder ${output}`]);
  },
);

it('weights that say nothing are beyond it', () => {
  const lifter = shipped['movenet-thunder'];
  const outMean = lifter.standing.outMean.map(() => NaN);
  const dumb = { ...lifter, standing: { ...lifter.standing, outMean } };
  const differences = differencesBetween(shipped, { ...shipped, 'movenet-thunder': dumb }, 40);
  expect(beyondSpread(differences)).toHaveLength(LIFTER_OUTPUTS.length);
});
