import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseLifters, partOf, type Net } from '../../../../src/core/kinematics/lifter';
import { lifterFeatures } from '../../../../src/core/kinematics/lifter-features';
import { runNet } from '../../../../src/core/kinematics/net-run';
import { DETECTOR_IDS, type DetectorFamily } from '../../../../src/core/pose/pose';

interface Case {
  family: DetectorFamily;
  width: number;
  height: number;
  points: [number, number][];
  standing: { points: [number, number][]; sizePx: number };
  features: number[];
}

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8'));
const { cases } = read('tests/fixtures/lifter-prototype.json') as { cases: Case[] };
const toPoint = ([x, y]: [number, number]): { x: number; y: number } => ({ x, y });

describe('the features', () => {
  it.each(cases.map((c, i) => [`${c.family} ${i}`, c] as const))(
    'are those of the prototype, then the standing pose: %s',
    (_, c) => {
      const standing = { points: c.standing.points.map(toPoint), sizePx: c.standing.sizePx };
      const features = lifterFeatures(c.points.map(toPoint), standing, c.width, c.height);
      expect(features).toHaveLength(c.features.length + 2 * c.points.length);
      c.features.forEach((want, i) => expect(features[i]).toBeCloseTo(want, 3));
    },
  );
});

describe('a net', () => {
  it('clips its inputs, adds up its layers and scales its outputs', () => {
    const net: Net = {
      outputs: ['one'],
      mean: Float32Array.of(1, 0),
      std: Float32Array.of(2, 1),
      outMean: Float32Array.of(10),
      outStd: Float32Array.of(5),
      // 2 inputs, 2 hidden with ReLU, then mean and log sigma
      weights: [Float32Array.of(1, -1, 0.5, 1), Float32Array.of(2, 0, 7, 1)],
      biases: [Float32Array.of(0.5, 0), Float32Array.of(0, -1)],
      widths: [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
    };
    // (3 - 1) / 2 = 1 and 100 cut to 4: hidden 1 + 2 + 0.5 = 3.5 and -1 + 4 = 3
    const [one, other] = runNet(net, [Float32Array.of(3, 100), Float32Array.of(-9, 0)]);
    expect(one.mean[0]).toBeCloseTo((2 * 3.5 + 7 * 3) * 5 + 10, 4);
    expect(one.sigma[0]).toBeCloseTo(Math.exp(2) * 5, 3); // log sigma 3 - 1 = 2
    expect(other.mean[0]).toBeCloseTo(7 * 4 * 5 + 10, 4); // -5 cut to -4
  });

  it('says the same of some outputs when it is cut down to these', () => {
    const { skeleton } = parseLifters(read('models/lifter.json'))['blazepose-lite'];
    const names = ['handHeight', 'nose.up'];
    const [straight, mirrored] = [1, 2].map((seed) =>
      skeleton.mean.map((m, i) => m + skeleton.std[i]! * Math.sin(seed * (i + 1))),
    ) as [Float32Array, Float32Array];
    const whole = runNet(skeleton, [straight, mirrored]),
      part = partOf(skeleton, names);
    runNet(part, [straight, mirrored]).forEach((said, way) => {
      expect(said.mean).toHaveLength(2);
      names.forEach((name, k) => {
        const from = skeleton.outputs.indexOf(name);
        expect(said.mean[k]).toBe(whole[way]!.mean[from]);
        expect(said.sigma[k]).toBe(whole[way]!.sigma[from]);
        expect(part.widths[k]).toBe(skeleton.widths[from]);
      });
    });
  });

  it('of the shipped file is what this version expects, for every detector', () => {
    const lifters = parseLifters(read('models/lifter.json'));
    for (const detector of DETECTOR_IDS)
      expect(lifters[detector].standing.widths).toHaveLength(
        lifters[detector].standing.outputs.length,
      );
    expect(lifters['blazepose-heavy']).toBe(lifters['blazepose-full']);
  });
});
