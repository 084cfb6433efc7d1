import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  LIFTED_DETECTORS,
  LIFTER_OUTPUTS,
  NET_KINDS,
  parseLifters,
  partOf,
  type Net,
  type NetRecord,
} from '../../../../src/core/kinematics/lifter';
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

  it.each([
    ['at least as sure as exp(-4)', -9, Math.exp(-4)],
    ['at most as unsure as exp(2)', 9, Math.exp(2)],
  ])('is %s times its scale', (_, log, times) => {
    const net: Net = {
      outputs: ['one'],
      mean: Float32Array.of(0),
      std: Float32Array.of(1),
      outMean: Float32Array.of(0),
      outStd: Float32Array.of(3),
      weights: [Float32Array.of(0, 0)],
      biases: [Float32Array.of(0, log)],
      widths: [[0]],
    };
    const input = Float32Array.of(0);
    for (const { sigma } of runNet(net, [input, input])) expect(sigma[0]).toBeCloseTo(3 * times, 5);
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

describe('the file of all nets', () => {
  const base64 = (list: Float32Array | Uint16Array): string =>
    Buffer.from(list.buffer).toString('base64');
  /** Lists whose text ends with two, one and no signs of filling. */
  const lists = [Float32Array.of(0.1), Float32Array.of(-2, 3e9), Float32Array.of(7, 8, 9)] as const;
  const record = (outputs: readonly string[] = LIFTER_OUTPUTS): NetRecord => ({
    outputs,
    mean: base64(lists[0]),
    std: base64(lists[1]),
    ymean: base64(lists[2]),
    ystd: base64(Float32Array.of(1 / 3)),
    P: [
      base64(Uint16Array.of(0x3c00, 0xc000, 0x0001, 0x7bff, 0x3555)),
      base64(Uint16Array.of(0x8000, 0x83ff, 0x0400)),
      base64(Uint16Array.of(0xfbff)),
      base64(Uint16Array.of(0x3800, 0x4248)),
    ],
    widths: [[1, 2]],
  });
  const fileWith = (kind: string, net: NetRecord) => ({
    version: '9',
    detectors: Object.fromEntries(
      LIFTED_DETECTORS.map((detector) => [
        detector,
        Object.fromEntries(NET_KINDS.map((k) => [k, k === kind ? net : record()])),
      ]),
    ),
  });

  it('is read from base64: floats of four bytes, of two bytes for layers and biases in turn', () => {
    const lifters = parseLifters(fileWith('skeleton', record(['nose.up'])));
    const { standing, skeleton, version } = lifters['blazepose-lite'];
    expect(version).toBe('9/blazepose-lite');
    expect(skeleton.outputs).toEqual(['nose.up']);
    expect([standing.mean, standing.std, standing.outMean]).toEqual(lists);
    expect(standing.outStd[0]).toBe(Math.fround(1 / 3));
    expect(standing.weights.map((list) => [...list])).toEqual([
      // the smallest and the largest there are, and a third
      [1, -2, 2 ** -24, 65504, 0.333251953125],
      [-65504],
    ]);
    expect(standing.biases.map((list) => [...list])).toEqual([
      [-0, -1023 * 2 ** -24, 2 ** -14],
      [0.5, 3.140625],
    ]);
    expect(standing.widths).toEqual([[1, 2]]);
  });

  it.each(['standing', 'alone'])('of other outputs for %s is a bug', (kind) => {
    const other = fileWith(kind, record(LIFTER_OUTPUTS.toReversed()));
    expect(() => parseLifters(other)).toThrow('other outputs than this version expects');
  });
});
