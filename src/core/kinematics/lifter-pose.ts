import { oncePer } from '../once-per';
import { at, BODY_POINTS, type BodyPoint } from '../pose/landmarks';
import type { Pixels } from '../units';
import { lostWidening, trustedPoints } from './limb-lengths';
import { errorWidth, widthTerms, type ScoredPoint } from './error-width';
import {
  LIFTER_OUTPUTS,
  type Lifted,
  type Lifter,
  type LifterOutput,
  type Net,
  type NetKind,
} from './lifter';
import {
  aloneFeatures,
  figureSize,
  lifterFeatures,
  type Point,
  type Standing,
} from './lifter-features';
import { runNet, type BothWays, type Said } from './net-run';

/** One look at a person: what a net is asked about. */
export interface Glance {
  /** Body points in the lifter's order, px. */
  points: readonly ScoredPoint[];
  /** The same person's upright standing; null where none was seen. */
  standing: Standing | null;
  /** Size of the picture, px. */
  width: Pixels;
  height: Pixels;
}

/** For each body point the place of its fellow on the other side. */
const FELLOW = BODY_POINTS.map((name) => at(fellowOf(name) as BodyPoint));

/** The same name on the other side. */
function fellowOf(name: string): string {
  return /^left/.test(name)
    ? name.replace('left', 'right')
    : /^right/.test(name)
      ? name.replace('right', 'left')
      : name;
}

/** What changes its sign in the mirror, besides the parts to the left of the skeleton's joints. */
const SIGNED: readonly string[] = ['lateralBend', 'axialTwist', 'camSin', 'handsSin'];
const KNEES: Readonly<Record<string, string>> = {
  kneeFlexionL: 'kneeFlexionR',
  kneeFlexionR: 'kneeFlexionL',
};

/** For each output of a net the index and sign of what the mirrored picture says about it. */
export function mirrorOf(outputs: readonly string[]): { from: number; sign: number }[] {
  return outputs.map((name) => ({
    from: outputs.indexOf(KNEES[name] ?? fellowOf(name)),
    sign: SIGNED.includes(name) || name.endsWith('.left') ? -1 : 1,
  }));
}
const netMirror = oncePer((net: Net) => mirrorOf(net.outputs));

const mirrored = <P extends Point>(points: readonly P[], width: Pixels): P[] =>
  points.map((_, i) => {
    const fellow = points[FELLOW[i]!]!;
    return { ...fellow, x: width - fellow.x };
  });

/** Each standing pose in the mirror: many looks are measured against the same one. */
const STANDING_MIRRORS = new WeakMap<Standing, { standing: Standing; width: Pixels }>();

function mirroredStanding(standing: Standing, width: Pixels): Standing {
  const known = STANDING_MIRRORS.get(standing);
  if (known?.width === width) return known.standing;
  const { points, sizePx } = standing;
  const inMirror = { points: mirrored(points, width), sizePx };
  STANDING_MIRRORS.set(standing, { standing: inMirror, width });
  return inMirror;
}

/** The same look in the mirror. */
export const mirrorGlance = ({ points, standing, width, height }: Glance): Glance => ({
  points: mirrored(points, width),
  standing: standing === null ? null : mirroredStanding(standing, width),
  width,
  height,
});

/** The input of a net: see lifter-features.ts. */
export function featuresFor(kind: NetKind, glance: Glance): Float32Array {
  const { points, standing, width, height } = glance;
  if (kind === 'alone') return aloneFeatures(points, width, height);
  if (standing === null) throw new Error(`net ${kind} needs a standing pose`);
  return lifterFeatures(points, standing, width, height);
}

export const bothWays = (kind: NetKind, glance: Glance): BothWays => [
  featuresFor(kind, glance),
  featuresFor(kind, mirrorGlance(glance)),
];

/**
 * What a net says of one look: looked at twice, the second time in the mirror, and the mean of both: steadier, and
 * the same for a left-hander's lift as for a right-hander's.
 */
export function runMirrored(net: Net, asked: BothWays): Said {
  const [straight, other] = runNet(net, asked);
  const mirror = netMirror(net);
  const mean = new Float32Array(mirror.length),
    sigma = new Float32Array(mirror.length);
  for (let k = 0; k < mirror.length; k++) {
    const { from, sign } = mirror[k]!;
    mean[k] = (straight.mean[k]! + sign * other.mean[from]!) / 2;
    sigma[k] = (straight.sigma[k]! + other.sigma[from]!) / 2;
  }
  return { mean, sigma };
}

const index = (name: LifterOutput): number => LIFTER_OUTPUTS.indexOf(name);
const TRUNK = index('trunkInclination'),
  TWIST = index('axialTwist'),
  KNEE_L = index('kneeFlexionL'),
  KNEE_R = index('kneeFlexionR'),
  SIN = index('camSin'),
  COS = index('camCos');

/** Ear-to-ankle height of the person, or what is nearest to it where no standing is known, px. */
const sizeOf = ({ points, standing }: Glance): Pixels => standing?.sizePx ?? figureSize(points);

/**
 * What the error widths of one look depend on (error-width.ts), from what the measuring net says.
 * @param trusted the look's points, those that cannot be without confidence (limb-lengths.ts)
 */
export function termsOf(
  { mean }: Said,
  glance: Glance,
  trusted: readonly ScoredPoint[] = trustedPoints(glance.points, sizeOf(glance)),
): Float32Array {
  return widthTerms(
    {
      trunk: mean[TRUNK]!,
      twist: mean[TWIST]!,
      knees: (mean[KNEE_L]! + mean[KNEE_R]!) / 2,
      camSin: mean[SIN]!,
      camCos: mean[COS]!,
    },
    trusted,
    sizeOf(glance),
    Math.max(glance.width, glance.height),
  );
}

/** What the errors of one look depend on besides the nets' own sigmas. */
export interface Doubt {
  terms: Float32Array;
  /** Of every error, for lost points. */
  widening: number;
}

/** Values with their 90 % errors. */
export function withErrors<Output extends string>(
  net: Net,
  { mean, sigma }: Said,
  { terms, widening }: Doubt,
): Lifted<Output> {
  const lifted: Partial<Record<string, { value: number; error: number }>> = {};
  for (let k = 0; k < net.outputs.length; k++) {
    const name = net.outputs[k]!;
    const error = widening * errorWidth(sigma[k]!, net.widths[k]!, terms);
    lifted[name] = { value: mean[k]!, error };
  }
  return lifted as Lifted<Output>;
}

/** One look, measured. */
export interface Look {
  measures: Lifted;
  doubt: Doubt;
  /** What was asked: of the skeleton net too, when there is a standing pose. */
  asked: BothWays;
}

/** The trusted points of a standing pose; where nothing is known of how clearly they were seen, they were. */
const trustedStanding = oncePer(({ points, sizePx }: Standing) =>
  trustedPoints(
    points.map(({ x, y, score = 1 }) => ({ x, y, score })),
    sizePx,
  ),
);

/** Measures one look: against the standing pose where there is one, else without, and less sure. */
export function liftPose(lifter: Lifter, glance: Glance): Look {
  const kind = glance.standing === null ? 'alone' : 'standing';
  const asked = bothWays(kind, glance);
  const said = runMirrored(lifter[kind], asked);
  const trusted = trustedPoints(glance.points, sizeOf(glance));
  const doubt = {
    terms: termsOf(said, glance, trusted),
    widening: lostWidening(
      glance.standing === null ? [trusted] : [trusted, trustedStanding(glance.standing)],
    ),
  };
  return { measures: withErrors(lifter[kind], said, doubt), doubt, asked };
}
