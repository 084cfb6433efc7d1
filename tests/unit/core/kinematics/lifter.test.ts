import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lift, LIFTER_OUTPUTS, parseLifters } from '../../../../src/core/kinematics/lifter';
import { lifterFeatures } from '../../../../src/core/kinematics/lifter-features';
import type { DetectorFamily } from '../../../../src/core/pose/pose';

interface Case {
  family: DetectorFamily;
  width: number;
  height: number;
  points: [number, number][];
  standing: { points: [number, number][]; sizePx: number };
  features: number[];
  mean: number[];
  sigma: number[];
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'));
const { cases } = read('tests/fixtures/lifter-prototype.json') as { cases: Case[] };
const lifters = parseLifters(read('models/lifter.json'));
const toPoint = ([x, y]: [number, number]): { x: number; y: number } => ({ x, y });

describe('the lifter agrees with the prototype it came from', () => {
  it.each(cases.map((c, i) => [`${c.family} ${i}`, c] as const))('%s', (_, c) => {
    const standing = { points: c.standing.points.map(toPoint), sizePx: c.standing.sizePx };
    const features = lifterFeatures(c.points.map(toPoint), standing, c.width, c.height);
    expect(features).toHaveLength(c.features.length);
    c.features.forEach((want, i) => expect(features[i]).toBeCloseTo(want, 3));
    const lifted = lift(lifters[c.family], features);
    LIFTER_OUTPUTS.forEach((name, k) => {
      expect(lifted[name].mean).toBeCloseTo(c.mean[k]!, 1);
      expect(lifted[name].sigma).toBeCloseTo(c.sigma[k]!, 1);
    });
  });
});
