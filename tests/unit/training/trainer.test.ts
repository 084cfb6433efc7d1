import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorWidth } from '../../../src/core/kinematics/error-width';
import {
  LIFTER_OUTPUTS,
  parseLifters,
  type LiftedDetector,
  type LifterFile,
  type NetRecord,
} from '../../../src/core/kinematics/lifter';
import { runNet } from '../../../src/core/kinematics/net-run';
import { fitWidths } from '../../../training/error-widths';
import { Network } from '../../../training/network';
import { Random } from '../../../training/random';
import { RECIPE, type Recipe } from '../../../training/recipe';
import { foldsOf, renderedFrames } from '../../../training/rendered-people';
import { train } from '../../../training/training';
import { halfBits } from '../../../training/weights-file';

describe('the network', () => {
  it('has the gradient that nudging its weights shows', () => {
    const random = new Random(4);
    const shape = { inputs: 5, hidden: [7, 6], targets: 2, batch: 8 };
    const network = new Network(shape, random);
    const weights = Float32Array.of(1, 0.5);
    const targets = Float32Array.from({ length: 16 }, () => random.normal(0, 0.5));
    for (let r = 0; r < 8; r++)
      for (let c = 0; c < 5; c++) network.input[r * network.inputStride + c] = random.normal();
    // with beta = 0 the loss is the plain likelihood, whose gradient must be exact
    const lossNow = (): number => {
      const out = network.forward();
      let loss = 0;
      for (let r = 0; r < 8; r++) {
        for (let k = 0; k < 2; k++) {
          const error = out[r * network.outputStride + k]! - targets[r * 2 + k]!;
          const logSigma = out[r * network.outputStride + 2 + k]!;
          loss += (weights[k]! * (0.5 * error * error * Math.exp(-2 * logSigma) + logSigma)) / 8;
        }
      }
      return loss;
    };
    network.forward();
    network.backward(targets, { beta: 0, weights });
    for (const depth of [0, 1, 2]) {
      const layer = network.layer(depth);
      for (const [values, gradient, index] of [
        [layer.weights, layer.weightGradient, 0],
        [layer.weights, layer.weightGradient, layer.stride + 1],
        [layer.weights, layer.weightGradient, 3 * layer.stride + 2],
        [layer.bias, layer.biasGradient, 1],
      ] as const) {
        const held = values[index]!,
          said = gradient[index]!;
        values[index] = held + 1e-2;
        const above = lossNow();
        values[index] = held - 1e-2;
        const below = lossNow();
        values[index] = held;
        expect(said).toBeCloseTo((above - below) / 2e-2, 2);
      }
    }
  });

  it('learns a line and how sure it can be', () => {
    const random = new Random(6);
    const network = new Network({ inputs: 2, hidden: [16], targets: 1, batch: 64 }, random);
    const targets = new Float32Array(64);
    const noise = 0.2;
    for (let step = 0; step < 1500; step++) {
      for (let r = 0; r < 64; r++) {
        const x = random.normal();
        network.input[r * network.inputStride] = x;
        targets[r] = 0.7 * x + random.normal(0, noise);
      }
      network.forward();
      network.backward(targets, { beta: 0.3, weights: Float32Array.of(1) });
      network.update({
        rate: 0.01 * (1 - step / 1500),
        decay: 0,
        beta: 0.3,
        weights: Float32Array.of(1),
      });
    }
    network.input[0] = 1;
    const out = network.forward();
    expect(out[0]).toBeCloseTo(0.7, 1);
    expect(Math.exp(out[1]!)).toBeGreaterThan(0.15);
    expect(Math.exp(out[1]!)).toBeLessThan(0.25);
  });
});

describe('training', () => {
  const tiny: Recipe = {
    ...RECIPE,
    seed: 3,
    hidden: { standing: [8, 8], alone: [8, 8], skeleton: [8, 8] },
    batch: 32,
    samples: 128,
    passes: 2,
    tuning: { ...RECIPE.tuning, samples: 128, variants: 1 },
  };
  const trained = (recipe: Recipe, detector: LiftedDetector): NetRecord =>
    train(recipe, [detector], ['standing']).shipped.get(detector)!.standing;

  it('gives the same weights from the same seed, others from another', () => {
    const first = trained(tiny, 'movenet-lightning');
    expect(trained(tiny, 'movenet-lightning')).toEqual(first);
    expect(trained({ ...tiny, seed: 4 }, 'movenet-lightning').P).not.toEqual(first.P);
  }, 120_000);

  it('makes a file that the product reads', () => {
    const file = JSON.parse(readFileSync('models/lifter.json', 'utf8')) as LifterFile;
    file.detectors['blazepose-lite'].standing = trained(tiny, 'blazepose-lite');
    const { standing } = parseLifters(file)['blazepose-lite'];
    expect(standing.mean).toHaveLength(103);
    expect(standing.outputs).toEqual([...LIFTER_OUTPUTS]);
    const [said] = runNet(standing, [standing.mean, standing.mean]);
    expect(said.mean.every(Number.isFinite)).toBe(true);
    expect(said.sigma.every((s) => s > 0)).toBe(true);
    expect(standing.widths.flat().every(Number.isFinite)).toBe(true);
  }, 120_000);

  it('keeps the bodies of a fold out of what that fold learns from', () => {
    const frames = renderedFrames('movenet');
    const fold = foldsOf(frames);
    for (const k of [0, 1, 2, 3]) {
      const inside = new Set(frames.filter((_, i) => fold[i] === k).map(({ body }) => body));
      const outside = new Set(frames.filter((_, i) => fold[i] !== k).map(({ body }) => body));
      expect(inside.size).toBe(4);
      expect([...inside].filter((body) => outside.has(body))).toEqual([]);
    }
  });
});

describe('error widths', () => {
  const random = new Random(12);
  const terms = (unclear: number): number[] => [1, 0, 0, 0, 0, 0, 0, unclear, 0, 0, 0];
  const rows = Array.from({ length: 4000 }, () => {
    const unclear = random.next() * 0.6;
    return { terms: terms(unclear), ratio: Math.abs(random.normal()) * Math.exp(2 * unclear) };
  });

  it('hold nine errors in ten, and grow with what makes errors grow', () => {
    const widths = fitWidths({
      terms: Float32Array.from(rows.flatMap((row) => row.terms)),
      logRatios: Float32Array.from(rows, (row) => Math.log(row.ratio)),
    });
    expect(widths[7]).toBeGreaterThan(1.5);
    expect(widths[7]).toBeLessThan(2.5);
    const held = rows.filter(
      (row) => row.ratio <= errorWidth(1, widths, Float32Array.from(row.terms)),
    );
    expect(held.length / rows.length).toBeGreaterThan(0.88);
    expect(held.length / rows.length).toBeLessThan(0.92);
  });

  it('never narrow where points are unclear, whatever the errors were', () => {
    const widths = fitWidths({
      terms: Float32Array.from(rows.flatMap((row) => row.terms)),
      logRatios: Float32Array.from(rows, (row) => Math.log(row.ratio) - 4 * row.terms[7]!),
    });
    expect(widths[7]).toBe(0);
  });
});

describe('half precision', () => {
  it('keeps numbers to a two-thousandth, and zero', () => {
    const read = (bits: number): number => {
      const sign = bits & 0x8000 ? -1 : 1,
        exponent = (bits >> 10) & 31,
        fraction = bits & 1023;
      return exponent === 0
        ? sign * fraction * 2 ** -24
        : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
    };
    for (const x of [0, 1, -1, 0.1, -2.7182818, 1e-3, 6.1e-5, 3e-6, 1000.3, 0.99999]) {
      expect(Math.abs(read(halfBits(x)) - x)).toBeLessThanOrEqual(
        Math.max(Math.abs(x) / 2048, 2 ** -25),
      );
    }
  });
});
