import type { BodyVector } from '../kinematics/skeleton';
import type { TaskKind } from '../records/training-record';
import type { Degrees, Fraction, Metres, Seconds } from '../units';
import {
  added,
  facing,
  LIMBS,
  outward,
  posed,
  SIDES,
  type FigureJoint,
  type FigurePerson,
  type FootPlace,
  type Side,
} from './figure-body';
import { SCRIPTS, type Script } from './figure-scripts';
import { valueAt } from './track';

export interface FigureLoad {
  shape: 'box' | 'sack';
  middle: BodyVector;
  yaw: Degrees;
  /** To the left, up, ahead. */
  size: BodyVector;
  /** 1 = there, less = it comes or goes. */
  shown: Fraction;
}

/** The coach figure at one moment: everything in the room, m: to the left, up, ahead of where the person began. */
export interface FigurePose {
  /** The one who shows how, first. */
  people: readonly FigurePerson[];
  loads: readonly FigureLoad[];
  table: { middle: BodyVector; size: BodyVector } | null;
  /** On the floor, the middle of what is to be seen: goes along with who walks. */
  centre: BodyVector;
}

/** How high a foot comes in a step. */
const STEP_UP: Metres = 0.07;
/** Phases in which the placed load goes and another one comes. */
const GOES: readonly [Fraction, Fraction] = [0.82, 0.9];
const COMES: readonly [Fraction, Fraction] = [0.88, 0.97];

const eased = (from: number, until: number, x: number): Fraction => {
  const u = Math.min(1, Math.max(0, (x - from) / (until - from)));
  return u * u * (3 - 2 * u);
};

/** How long one loop takes. */
export const loopOf = (task: TaskKind): Seconds => SCRIPTS[task].seconds;

/** Phases worth a still picture: hands on the load, half way up, upright with it; or upright, and put on the table. */
export function stillsOf(task: TaskKind): readonly [Fraction, Fraction, Fraction] {
  const { held, loadHeight, table } = SCRIPTS[task];
  const lifted = loadHeight[1]![0];
  return table ? [held[0], lifted, held[1]] : [held[0], (held[0] + lifted) / 2, lifted];
}

/** The task done well, at a phase of its loop (0 to 1; the end is the beginning). */
export function figureAt(task: TaskKind, phase: Fraction): FigurePose {
  const script = SCRIPTS[task];
  const at = ((phase % 1) + 1) % 1;
  const load = loadAt(script, at);
  const person = personAt(script, at, load);
  const { base } = placeAt(script, at);
  const middle = load.middle;
  return {
    people: script.partner === true ? [person, opposite(person, middle)] : [person],
    loads: loadsAt(script, at, load),
    table: script.table ?? null,
    centre: centreOf(script, base, middle),
  };
}

/** The same person at the other end of the load. */
function opposite(person: FigurePerson, load: BodyVector): FigurePerson {
  const other = { ...person };
  for (const name of Object.keys(person) as FigureJoint[]) {
    const [left, up, ahead] = person[name];
    other[name] = [2 * load[0] - left, up, 2 * load[2] - ahead];
  }
  return other;
}

function centreOf(script: Script, base: BodyVector, load: BodyVector): BodyVector {
  if (script.partner === true) return [0, 0, load[2]];
  if (script.table) return [0.3, 0, 0.08];
  return added(base, [0, 0, 0.08]);
}

function placeAt(script: Script, at: Fraction): { base: BodyVector; heading: Degrees } {
  const base: BodyVector = [valueAt(script.left, at), 0, valueAt(script.ahead, at)];
  return { base, heading: valueAt(script.heading, at) };
}

/** Where the load is: before the person while held, before and after where it was taken and put. */
function loadAt(script: Script, at: Fraction): Pick<FigureLoad, 'middle' | 'yaw'> {
  const [taken, put] = script.held;
  const when = Math.min(put, Math.max(taken, at));
  const { base, heading } = placeAt(script, when);
  const before: BodyVector = [0, valueAt(script.loadHeight, when), valueAt(script.loadAhead, when)];
  return { middle: added(base, facing(heading, before)), yaw: heading };
}

function loadsAt(
  script: Script,
  at: Fraction,
  load: Pick<FigureLoad, 'middle' | 'yaw'>,
): FigureLoad[] {
  const { shape, size, another } = script.load;
  const own = { shape, size, ...load, shown: 1 };
  if (another !== true) return [own];
  const fresh = { ...own, ...loadAt(script, 0), shown: eased(...COMES, at) };
  return [{ ...own, shown: 1 - eased(...GOES, at) }, fresh].filter((each) => each.shown > 0);
}

function personAt(
  script: Script,
  at: Fraction,
  load: Pick<FigureLoad, 'middle' | 'yaw'>,
): FigurePerson {
  const { base, heading } = placeAt(script, at);
  const reach = valueAt(script.reach, at);
  const wrist = (side: Side, shoulder: BodyVector): BodyVector => {
    const hanging = added(
      shoulder,
      facing(heading, [outward(side) * 0.05, -0.985 * (LIMBS.upperArm + LIMBS.forearm), 0.06]),
    );
    const grip = added(load.middle, facing(load.yaw, script.load.grips[side]));
    return added(hanging, added(grip, hanging, -1), reach);
  };
  return posed({
    base,
    heading,
    hipHeight: valueAt(script.hipHeight, at),
    hipBack: valueAt(script.hipBack, at),
    trunkInclination: valueAt(script.trunk, at),
    feet: Object.fromEntries(SIDES.map((side) => [side, footAt(script, side, at)])) as Record<
      Side,
      FootPlace
    >,
    wrist,
  });
}

/** A foot stands still but for its steps. */
function footAt(script: Script, side: Side, at: Fraction): FootPlace {
  let foot: FootPlace = { ...script.feet[side], up: 0 };
  for (const step of script.steps) {
    if (step.side !== side || at <= step.from) continue;
    const share = eased(step.from, step.until, at);
    const between = (name: 'left' | 'ahead' | 'yaw'): number =>
      foot[name] + (step.to[name] - foot[name]) * share;
    foot = {
      left: between('left'),
      ahead: between('ahead'),
      yaw: between('yaw'),
      up: STEP_UP * Math.sin(Math.PI * share) ** 2,
    };
  }
  return foot;
}
