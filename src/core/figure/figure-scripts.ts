import type { BodyVector } from '../kinematics/skeleton';
import type { TaskKind } from '../records/training-record';
import type { Fraction, Metres, Seconds } from '../units';
import type { FootPlace, Side } from './figure-body';
import type { Track } from './track';

/** A foot leaves the floor and comes down elsewhere. */
export interface Step {
  side: Side;
  from: Fraction;
  until: Fraction;
  to: Omit<FootPlace, 'up'>;
}

/** One loop of one task, done well. Lengths in metres, angles in degrees. */
export interface Script {
  seconds: Seconds;
  /** Where the person is, on the floor. */
  left: Track;
  ahead: Track;
  heading: Track;
  hipHeight: Track;
  hipBack: Track;
  trunk: Track;
  /** 0 = arms hang, 1 = hands on the load. */
  reach: Track;
  /** Middle of the load before the person, and above the floor. */
  loadAhead: Track;
  loadHeight: Track;
  /** When the hands have it. */
  held: readonly [Fraction, Fraction];
  feet: Record<Side, Omit<FootPlace, 'up'>>;
  steps: readonly Step[];
  load: {
    shape: 'box' | 'sack';
    /** To the left, up, ahead. */
    size: BodyVector;
    /** Wrists from its middle. */
    grips: Record<Side, BodyVector>;
    /** It stays where it was put and another one lies at the beginning. */
    another?: boolean;
  };
  /** What the load is put on. */
  table?: { middle: BodyVector; size: BodyVector };
  /** Somebody does the same from the other end of the load. */
  partner?: boolean;
}

/** Standing and low, with the feet on both sides of the load: hips back, knees over the toes, trunk straight. */
const STAND = { hipHeight: 0.892, hipBack: 0.02, trunk: 3 };
const LOW = { hipHeight: 0.565, hipBack: 0.2, trunk: 49 };
const CARRY = { hipHeight: 0.888, hipBack: 0.045, trunk: 1 };
type Hold = typeof STAND;

const FEET: Script['feet'] = {
  left: { left: 0.22, ahead: 0.02, yaw: 16 },
  right: { left: -0.22, ahead: -0.02, yaw: -16 },
};
const BOX: Script['load'] = {
  shape: 'box',
  size: [0.34, 0.3, 0.3],
  grips: { left: [0.17, 0.17, 0], right: [-0.17, 0.17, 0] },
};
/** Middle of the box before the feet when it stands between them; and its height there and at the waist. */
const NEAR: Metres = 0.265;
const ON_FLOOR: Metres = 0.15;
const AT_WAIST: Metres = 0.83;

/** Tracks of the body through postures at phases. */
const body = (
  ...knots: readonly (readonly [Fraction, Hold])[]
): Pick<Script, 'hipHeight' | 'hipBack' | 'trunk'> => ({
  hipHeight: knots.map(([at, hold]) => [at, hold.hipHeight]),
  hipBack: knots.map(([at, hold]) => [at, hold.hipBack]),
  trunk: knots.map(([at, hold]) => [at, hold.trunk]),
});
const still: Track = [[0, 0]];

const FLOOR_TO_WAIST: Script = {
  seconds: 6,
  left: still,
  ahead: still,
  heading: still,
  ...body(
    [0, STAND],
    [0.03, STAND],
    [0.24, LOW],
    [0.29, LOW],
    [0.5, CARRY],
    [0.6, CARRY],
    [0.8, LOW],
    [0.83, LOW],
    [1, STAND],
  ),
  reach: [
    [0, 0],
    [0.04, 0],
    [0.23, 1],
    [0.83, 1],
    [0.97, 0],
  ],
  loadAhead: [
    [0.28, NEAR],
    [0.5, 0.25],
    [0.6, 0.25],
    [0.81, NEAR],
  ],
  loadHeight: [
    [0.28, ON_FLOOR],
    [0.5, AT_WAIST],
    [0.6, AT_WAIST],
    [0.81, ON_FLOOR],
  ],
  held: [0.27, 0.82],
  feet: FEET,
  steps: [],
  load: BOX,
};

const TURNING = { ...CARRY, hipHeight: 0.85 };
const STEPPING = { ...STAND, hipHeight: 0.85 };
const PLACING = { hipHeight: 0.872, hipBack: 0.1, trunk: 14 };
/** The feet take the turn to the left, one after the other; hips and shoulders come with them. */
const TURN_AND_PLACE: Script = {
  ...FLOOR_TO_WAIST,
  ...body(
    [0, STAND],
    [0.02, STAND],
    [0.2, LOW],
    [0.24, LOW],
    [0.42, CARRY],
    [0.48, TURNING],
    [0.58, TURNING],
    [0.63, CARRY],
    [0.71, PLACING],
    [0.74, PLACING],
    [0.8, STAND],
    [0.85, STEPPING],
    [0.93, STEPPING],
    [1, STAND],
  ),
  left: [
    [0.42, 0],
    [0.63, 0.2],
    [0.78, 0.2],
    [0.97, 0],
  ],
  ahead: [
    [0.42, 0],
    [0.63, 0.03],
    [0.78, 0.03],
    [0.97, 0],
  ],
  heading: [
    [0.42, 0],
    [0.64, 90],
    [0.78, 90],
    [0.98, 0],
  ],
  reach: [
    [0, 0],
    [0.03, 0],
    [0.19, 1],
    [0.74, 1],
    [0.82, 0],
  ],
  loadAhead: [
    [0.23, NEAR],
    [0.42, 0.24],
    [0.63, 0.24],
    [0.71, 0.36],
  ],
  loadHeight: [
    [0.23, ON_FLOOR],
    [0.42, 0.9],
    [0.62, 0.93],
    [0.71, 0.87],
  ],
  held: [0.23, 0.73],
  steps: [
    { side: 'left', from: 0.41, until: 0.52, to: { left: 0.22, ahead: -0.18, yaw: 92 } },
    { side: 'right', from: 0.52, until: 0.64, to: { left: 0.18, ahead: 0.24, yaw: 76 } },
    { side: 'right', from: 0.78, until: 0.87, to: FEET.right },
    { side: 'left', from: 0.87, until: 0.97, to: FEET.left },
  ],
  load: { ...BOX, another: true },
  table: { middle: [0.7, 0.7, 0.03], size: [0.6, 0.04, 0.8] },
};

/** How far the load is carried: where the loop ends, the next one begins. */
const WAY: Metres = 0.9;
const foot = (side: Side, ahead: Metres): Omit<FootPlace, 'up'> => ({
  ...FEET[side],
  ahead: FEET[side].ahead + ahead,
});
const STRIDE = { hipHeight: 0.848, hipBack: 0.03, trunk: 3 };
const CARRY_AND_SET_DOWN: Script = {
  ...FLOOR_TO_WAIST,
  ...body(
    [0, STAND],
    [0.02, STAND],
    [0.19, LOW],
    [0.22, LOW],
    [0.37, CARRY],
    [0.43, STRIDE],
    [0.62, STRIDE],
    [0.69, CARRY],
    [0.82, LOW],
    [0.85, LOW],
    [1, STAND],
  ),
  ahead: [
    [0.38, 0],
    [0.45, 0.2],
    [0.6, 0.74],
    [0.67, WAY],
  ],
  reach: [
    [0, 0],
    [0.03, 0],
    [0.18, 1],
    [0.85, 1],
    [0.98, 0],
  ],
  loadAhead: [
    [0.21, NEAR],
    [0.39, 0.25],
    [0.66, 0.25],
    [0.83, NEAR],
  ],
  loadHeight: [
    [0.21, ON_FLOOR],
    [0.39, AT_WAIST],
    [0.69, AT_WAIST],
    [0.83, ON_FLOOR],
  ],
  held: [0.21, 0.84],
  steps: [
    { side: 'left', from: 0.36, until: 0.465, to: foot('left', WAY / 2) },
    { side: 'right', from: 0.465, until: 0.59, to: foot('right', WAY) },
    { side: 'left', from: 0.59, until: 0.68, to: foot('left', WAY) },
  ],
};

const DEEP = { hipHeight: 0.52, hipBack: 0.19, trunk: 50 };
const WIDE = { ...STAND, hipHeight: 0.868 };
const HUGGED = { ...CARRY, hipHeight: 0.864 };
/** Something without handles: one foot beside it, hands on opposite corners, then close against the body. */
const AWKWARD_LOAD: Script = {
  ...FLOOR_TO_WAIST,
  left: [[0, 0.02]],
  ...body(
    [0, WIDE],
    [0.03, WIDE],
    [0.24, DEEP],
    [0.32, DEEP],
    [0.52, HUGGED],
    [0.61, HUGGED],
    [0.81, DEEP],
    [0.84, DEEP],
    [1, WIDE],
  ),
  loadAhead: [
    [0.3, 0.29],
    [0.52, 0.25],
    [0.61, 0.25],
    [0.82, 0.29],
  ],
  loadHeight: [
    [0.3, 0.2],
    [0.52, 0.98],
    [0.61, 0.98],
    [0.82, 0.2],
  ],
  held: [0.3, 0.83],
  feet: {
    left: { left: 0.28, ahead: 0.11, yaw: 14 },
    right: { left: -0.24, ahead: -0.1, yaw: -18 },
  },
  load: {
    shape: 'sack',
    size: [0.4, 0.4, 0.34],
    grips: { left: [0.19, 0.09, -0.04], right: [-0.17, 0.18, 0.06] },
  },
};

const TWO_PEOPLE: Script = {
  ...FLOOR_TO_WAIST,
  loadAhead: [
    [0.28, 0.64],
    [0.5, 0.64],
  ],
  load: {
    shape: 'box',
    size: [0.36, 0.3, 1.05],
    grips: { left: [0.18, 0.17, -0.38], right: [-0.18, 0.17, -0.38] },
  },
  partner: true,
};

export const SCRIPTS: Record<TaskKind, Script> = {
  'floor-to-waist': FLOOR_TO_WAIST,
  'turn-and-place': TURN_AND_PLACE,
  'carry-and-set-down': CARRY_AND_SET_DOWN,
  'awkward-load': AWKWARD_LOAD,
  'two-people': TWO_PEOPLE,
  own: FLOOR_TO_WAIST,
};
