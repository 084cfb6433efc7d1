import {
  LIFTED_DETECTORS,
  NET_KINDS,
  type LiftedDetector,
  type NetKind,
  type NetRecord,
} from '../src/core/kinematics/lifter';
import { WIDTH_TERMS } from '../src/core/kinematics/error-width';
import { bothWays, runMirrored, termsOf, type Glance } from '../src/core/kinematics/lifter-pose';
import type { Said } from '../src/core/kinematics/net-run';
import { familyOf } from '../src/core/pose/pose';
import { DIFFERENCES, type Difference } from './detector-differences';
import type { Family } from './detector-errors';
import { fitWidths } from './error-widths';
import { Learner } from './learner';
import { Random } from './random';
import type { Recipe } from './recipe';
import { FOLDS, foldsOf, renderedFrames, type RenderedFrame } from './rendered-people';
import { differing, OUTPUTS, renderedRows, simulate, type Rows, type Samples } from './samples';
import { netOf, recordOf, type TrainedNet } from './weights-file';

export type DetectorRecord = Record<NetKind, NetRecord>;

/** What a training makes: the nets to ship, and those of each fold, which saw none of its bodies. */
export interface Trained {
  shipped: Map<LiftedDetector, DetectorRecord>;
  folds: Map<LiftedDetector, DetectorRecord>[];
}

/** What the errors of a net over the rendered people were, read by nets that had not seen the body. */
interface Held {
  frames: readonly RenderedFrame[];
  fold: readonly number[];
  terms: Float32Array;
  /** By frame. */
  said: Said[];
}

const differenceOf = (detector: LiftedDetector): Difference | null =>
  detector === 'movenet-lightning' || detector === 'blazepose-lite' ? DIFFERENCES[detector] : null;

/** Learns each net of a family from simulated people, before any one detector's own. */
function learnFamily(
  recipe: Recipe,
  family: Family,
  kinds: readonly NetKind[],
  say: (what: string) => void,
): Map<NetKind, Learner> {
  const samples = simulate(recipe.samples, new Random(recipe.seed), family, null);
  return new Map(
    kinds.map((kind) => {
      const learner = new Learner(recipe, kind, kind.length, samples[kind]);
      learner.learn(samples[kind], recipe.passes, recipe.rate, null, (pass, loss) =>
        say(`${family} ${kind}: pass ${pass} of ${recipe.passes}, loss ${loss.toFixed(4)}`),
      );
      return [kind, learner] as const;
    }),
  );
}

/**
 * Trains the nets of each detector: simulated people first, shared by the detectors of a family; then, for each
 * detector, fresh simulated frames mixed with rendered people, once for all bodies and once for each fold without
 * that fold's bodies. The error widths come from the frames that a fold's net had not seen.
 *
 * @param detectors which; the families they need are learned
 * @param say told about progress
 */
export function train(
  recipe: Recipe,
  detectors: readonly LiftedDetector[] = LIFTED_DETECTORS,
  kinds: readonly NetKind[] = NET_KINDS,
  say: (what: string) => void = () => undefined,
): Trained {
  const shipped: Trained['shipped'] = new Map();
  const folds: Trained['folds'] = Array.from(
    { length: FOLDS },
    () => new Map<LiftedDetector, DetectorRecord>(),
  );
  for (const family of [...new Set(detectors.map(familyOf))]) {
    const begun = learnFamily(recipe, family, kinds, say);
    for (const detector of detectors.filter((d) => familyOf(d) === family)) {
      const tuned = tune(recipe, detector, begun, say);
      shipped.set(detector, tuned.shipped);
      tuned.folds.forEach((record, k) => folds[k]!.set(detector, record));
    }
  }
  return { shipped, folds };
}

function tune(
  recipe: Recipe,
  detector: LiftedDetector,
  begun: Map<NetKind, Learner>,
  say: (what: string) => void,
): { shipped: DetectorRecord; folds: DetectorRecord[] } {
  const family = familyOf(detector),
    difference = differenceOf(detector);
  const random = new Random(recipe.seed + 1);
  const { samples: count, variants } = recipe.tuning;
  const samples = simulate(count, random, family, difference);
  const frames = renderedFrames(family);
  const fold = foldsOf(frames);
  const rendered = renderedRows(frames, variants, random, family, difference);
  const glances = frames.map(({ glance, targets }) =>
    differing(glance, targets, difference, random),
  );
  const shipped = {} as DetectorRecord;
  const folds = Array.from({ length: FOLDS }, () => ({}) as DetectorRecord);
  let terms: Float32Array | null = null;
  for (const [kind, learner] of begun) {
    const nets = [...Array(FOLDS).keys(), null].map((left) =>
      tuneOne(recipe, kind, learner, samples, rendered[kind], fold, left),
    );
    const said = readUnseen(kind, nets, frames, glances, fold);
    // the standing net, which comes first, tells what the widths of all depend on
    if (kind !== 'skeleton') terms = termsOfAll(said, glances);
    const held: Held = { frames, fold, terms: terms!, said };
    shipped[kind] = recordOf(nets[FOLDS]!, OUTPUTS[kind], widthsOf(kind, held, null));
    folds.forEach((record, k) => {
      record[kind] = recordOf(nets[k]!, OUTPUTS[kind], widthsOf(kind, held, k));
    });
    say(`${detector} ${kind}: tuned`);
  }
  return { shipped, folds };
}

/** One net, tuned on all bodies but those of one fold (null: on all). */
function tuneOne(
  recipe: Recipe,
  kind: NetKind,
  learner: Learner,
  samples: Samples,
  rendered: Rows,
  fold: readonly number[],
  left: number | null,
): TrainedNet {
  const { rendered: share, rate } = recipe.tuning;
  const usable = Uint32Array.from({ length: rendered.count }, (_, row) => row).filter(
    (row) => fold[row % fold.length] !== left,
  );
  const runs = Array.from({ length: recipe.tuning.runs[kind] }, (_, run) => {
    const own = new Learner(recipe, kind, (left ?? FOLDS) + 10 * (run + 1), learner);
    own.learn(samples[kind], 1, rate, { rows: rendered, usable, share });
    return own.result();
  });
  return meanOf(runs);
}

/** Nets that began from the same one and share its scales, as one: the mean of their weights. */
function meanOf(nets: readonly TrainedNet[]): TrainedNet {
  return {
    ...nets[0]!,
    parameters: nets[0]!.parameters.map((_, layer) =>
      nets[0]!.parameters[layer]!.map(
        (_, i) => nets.reduce((sum, net) => sum + net.parameters[layer]![i]!, 0) / nets.length,
      ),
    ),
  };
}

const NO_WIDTHS: number[][] = [];

/** Each frame read by the net that had not seen its body, and smoothed as the product does. */
function readUnseen(
  kind: NetKind,
  nets: readonly TrainedNet[],
  frames: readonly RenderedFrame[],
  glances: readonly Glance[],
  fold: readonly number[],
): Said[] {
  const run = nets.map((net) => netOf(net, OUTPUTS[kind], NO_WIDTHS));
  const said = glances.map((glance, i) => runMirrored(run[fold[i]!]!, bothWays(kind, glance)));
  return said.map((_, i) => smoothedAt(frames, said, i));
}

/** Frames this near belong together when a series is smoothed (core/kinematics/series.ts). */
const SMOOTH_S = 0.07;

function smoothedAt(frames: readonly RenderedFrame[], said: readonly Said[], index: number): Said {
  const here = frames[index]!;
  const mean = new Float32Array(said[index]!.mean.length),
    sigma = new Float32Array(mean.length);
  let weights = 0;
  for (let i = Math.max(0, index - 3); i <= Math.min(said.length - 1, index + 3); i++) {
    const apart = frames[i]!.t - here.t;
    if (frames[i]!.sequence !== here.sequence || Math.abs(apart) > 3 * SMOOTH_S) continue;
    const weight = Math.exp(-0.5 * (apart / SMOOTH_S) ** 2);
    weights += weight;
    for (let k = 0; k < mean.length; k++) {
      mean[k] = mean[k]! + weight * said[i]!.mean[k]!;
      sigma[k] = sigma[k]! + weight * said[i]!.sigma[k]!;
    }
  }
  return { mean: mean.map((m) => m / weights), sigma: sigma.map((s) => s / weights) };
}

function termsOfAll(said: readonly Said[], glances: readonly Glance[]): Float32Array {
  const size = WIDTH_TERMS.length;
  const terms = new Float32Array(said.length * size);
  said.forEach((one, i) => terms.set(termsOf(one, glances[i]!), i * size));
  return terms;
}

/** A tiny error is as good as this share of sigma: its logarithm must stay finite. */
const LEAST_RATIO = 1e-3;

/** For each output the coefficients of its error width, from all frames or from those outside of one fold. */
function widthsOf(
  kind: NetKind,
  { frames, fold, terms, said }: Held,
  left: number | null,
): number[][] {
  const size = WIDTH_TERMS.length;
  const rows = frames.map((_, i) => i).filter((i) => fold[i] !== left);
  const used = new Float32Array(rows.length * size);
  rows.forEach((i, r) => used.set(terms.subarray(i * size, (i + 1) * size), r * size));
  return OUTPUTS[kind].map((_, k) => {
    const logRatios = Float32Array.from(rows, (i) => {
      const { targets } = frames[i]!;
      const truth = (kind === 'skeleton' ? targets.skeleton : targets.measures)[k]!;
      const { mean, sigma } = said[i]!;
      return Math.log(Math.max(LEAST_RATIO, Math.abs(mean[k]! - truth) / sigma[k]!));
    });
    return fitWidths({ terms: used, logRatios });
  });
}
