import type { Person } from './person';
import type { Random } from './random';
import type { Foot, HandTarget, Posture, Side } from './skeleton';
import { along, cos, plus, sin, times, turned, UPRIGHT, within, type Vector } from './vector';

const stretch = (person: Person): number => (person.upperArm + person.forearm) * person.statureM;
const mirror = (side: Side): number => (side === 'left' ? 1 : -1);

/** Arms hanging from the shoulders, as gravity pulls them, a little ahead or behind. */
function hanging(person: Person, random: Random): HandTarget {
  const swing = random.normal(7, 5),
    out = random.limited(10, 4),
    bent = random.between(0.94, 0.995);
  return ({ shoulder, thorax, side }) => {
    const yaw = Math.atan2(thorax[0][2], thorax[0][0]);
    const aside: Vector = [Math.cos(yaw), 0, Math.sin(yaw)];
    const ahead: Vector = [-Math.sin(yaw), 0, Math.cos(yaw)];
    const down = plus(
      plus(times([0, -1, 0], cos(swing) * cos(out)), times(ahead, sin(swing))),
      times(aside, mirror(side) * sin(out)),
    );
    return along(shoulder, down, stretch(person) * bent);
  };
}

/** Both hands on something between them: a direction and distance from the shoulders, seen from the thorax but level. */
function holding(
  person: Person,
  random: Random,
  down: number,
  aside: number,
  share: number,
): HandTarget {
  const apart = random.between(0.03, 0.18) * person.statureM;
  const skew = random.normal(0, 8);
  return ({ shoulders, thorax, side }) => {
    const yaw = Math.atan2(-thorax[0][2], thorax[0][0]) * (180 / Math.PI);
    const level = turned(UPRIGHT, yaw + aside, 0, 0);
    const way = within(level, [0, -sin(down), cos(down)]);
    const centre = along(shoulders, way, stretch(person) * share);
    const spread = within(turned(level, skew, 0, 0), [mirror(side) * apart, 0, 0]);
    const [x, y, z] = plus(centre, spread);
    return [x, Math.max(y, 0.02 * person.statureM), z];
  };
}

type HandStyle = 'hanging' | 'load' | 'carried' | 'raised' | 'swinging';

function sampleHands(person: Person, random: Random, trunk: number): Record<Side, HandTarget> {
  const style = random.pick<HandStyle>(
    trunk > 25
      ? { hanging: 0.14, load: 0.72, carried: 0.06, raised: 0.02, swinging: 0.06 }
      : { hanging: 0.3, load: 0.22, carried: 0.32, raised: 0.08, swinging: 0.08 },
  );
  const aside = random.chance(0.3) ? random.normal(0, 28) : random.normal(0, 6);
  let left: HandTarget, right: HandTarget;
  if (style === 'hanging') {
    left = right = hanging(person, random);
  } else if (style === 'load') {
    const down = random.chance(0.5) ? random.between(55, 92) : random.between(15, 85);
    left = right = holding(person, random, down, aside, random.between(0.68, 1.02));
  } else if (style === 'carried') {
    left = right = holding(
      person,
      random,
      random.between(40, 75),
      aside,
      random.between(0.5, 0.85),
    );
  } else if (style === 'raised') {
    left = right = holding(person, random, random.between(-80, 20), aside, random.between(0.6, 1));
  } else {
    left = holding(person, random, random.between(30, 110), aside, random.between(0.7, 1));
    right = holding(person, random, random.between(30, 110), aside, random.between(0.7, 1));
  }
  if (random.chance(0.15)) {
    const other = random.chance(0.6)
      ? hanging(person, random)
      : holding(
          person,
          random,
          random.between(60, 85),
          random.normal(0, 20),
          random.between(0.6, 0.9),
        );
    if (random.chance(0.5)) left = other;
    else right = other;
  }
  return { left, right };
}

/** Feet side by side, `apart` of stature between the ankles, toes a little out, one perhaps ahead. */
function stance(
  person: Person,
  random: Random,
  apart: number,
  split: number,
  heading: number,
): Record<Side, Foot> {
  const h = person.statureM;
  const foot = (side: Side): Foot => {
    const x = (mirror(side) * apart * h) / 2,
      z = mirror(side) * split * h * 0.5;
    return {
      x: x * cos(heading) + z * sin(heading),
      z: z * cos(heading) - x * sin(heading),
      y: 0,
      yaw: heading + mirror(side) * random.limited(9, 8),
    };
  };
  return { left: foot('left'), right: foot('right') };
}

const elbowsOut = (random: Random): Vector => [
  random.between(0, 0.9),
  random.between(-0.5, 0.1),
  -1,
];

const blades = (random: Random, spread: number): Posture['shoulderBlades'] => {
  const both = random.limited(0, spread),
    up = random.limited(0, spread * 0.5);
  const one = (): { ahead: number; up: number } => ({
    ahead: both + random.limited(0, spread * 0.6),
    up: up + random.limited(0, spread * 0.4),
  });
  return { left: one(), right: one() };
};

/** The person's upright standing, as the baseline sees it. */
export function standingPosture(person: Person, random: Random): Posture {
  const hands = hanging(person, random);
  const heading = random.limited(0, 3);
  return {
    heading,
    pelvisTilt: random.limited(0.2, 2.2),
    pelvisRoll: random.limited(0, 0.8),
    lumbarFlexion: random.limited(0, 1.5),
    lateralBend: random.limited(0, 1),
    twist: random.limited(0, 2),
    kneeFlexion: Math.abs(random.limited(7, 3)),
    feet: stance(person, random, random.between(0.07, 0.29), random.limited(0, 0.025), heading),
    offBalance: { ahead: random.limited(0, 0.012), left: 0 },
    hands: { left: hands, right: hands },
    shoulderBlades: blades(random, 0.003),
    elbows: [0.3, 0, -1],
    kneesOut: random.limited(3, 6),
    head: { pitch: random.limited(0, 4), yaw: random.limited(0, 6), roll: random.limited(0, 2) },
  };
}

/** How twist is spread: none most of the time, else even up to beyond the largest that counts. */
function sampleTwist(random: Random): number {
  const kind = random.next();
  if (kind < 0.34) return random.limited(0, 2.5);
  if (kind < 0.44) return random.limited(0, 9);
  // beyond what people do, so that the lifter does not pull large twists back towards the middle
  return (random.chance(0.5) ? 1 : -1) * random.between(2, 60);
}

/** The trunk's share of the bend that goes into the spine: neutral backs, rounded ones, and hollow ones. */
function sampleLumbar(random: Random, trunk: number): number {
  const kind = random.next();
  if (kind < 0.4) return random.limited(2, 5);
  if (kind < 0.92)
    return Math.min(62, random.between(0, 0.95) * Math.max(0, trunk) + random.limited(0, 4));
  return random.limited(-6, 5);
}

function sampleKnees(random: Random, trunk: number): number {
  const kind = random.next();
  if (trunk < 15 && kind < 0.65) return Math.abs(random.limited(7, 6));
  if (kind < 0.3) return Math.abs(random.limited(12, 9));
  return random.between(5, 128);
}

/**
 * Where the feet are after the standing baseline: the same place, or stepped round to another direction
 * (planted there, or in the middle of the step, the feet not yet both turned).
 */
function stepAway(
  person: Person,
  random: Random,
  standing: Posture,
): { feet: Record<Side, Foot>; heading: number } {
  const h = person.statureM;
  const kind = random.next();
  if (kind < 0.55)
    return {
      feet: standing.feet,
      heading:
        standing.heading + (random.chance(0.3) ? random.limited(0, 9) : random.limited(0, 2)),
    };
  const turned = kind > 0.66;
  const turn = !turned
    ? random.limited(0, 8)
    : random.chance(0.75)
      ? random.limited(0, 55)
      : random.between(-180, 180);
  const heading = standing.heading + turn;
  const feet = stance(
    person,
    random,
    random.between(0.06, 0.32),
    random.chance(0.35) ? random.limited(0, 0.13) : random.limited(0, 0.03),
    heading,
  );
  const x = random.limited(0, 0.09) * h,
    z = random.limited(0, 0.09) * h;
  const midway = turned && random.chance(0.3);
  const late = random.chance(0.5) ? 'left' : 'right';
  for (const side of ['left', 'right'] as const) {
    const foot = feet[side];
    foot.x += x;
    foot.z += z;
    if (midway && side === late) {
      foot.yaw -= turn * random.between(0.2, 1);
      foot.y = random.chance(0.5) ? random.between(0, 0.08) * h : 0;
    }
  }
  return { feet, heading: midway ? heading - turn * random.between(0, 0.5) : heading };
}

/** What a posture is drawn as: mostly anything around a lift, and what is easily taken for a twist. */
type Deed = 'lifting' | 'turning' | 'leaning' | 'walking' | 'seated';
const DEEDS: Record<Deed, number> = {
  lifting: 0.76,
  turning: 0.09,
  leaning: 0.06,
  walking: 0.05,
  seated: 0.04,
};

/** A posture out of what people do around a lift, each drawn on its own. */
export function samplePosture(person: Person, random: Random, standing: Posture): Posture {
  const deed = random.pick(DEEDS);
  const upright = deed === 'turning' || deed === 'walking';
  const trunk = upright
    ? random.normal(6, 7)
    : random.chance(0.33)
      ? random.normal(4, 7)
      : random.between(2, 120);
  const lumbarFlexion = sampleLumbar(random, trunk);
  const { feet, heading } = stepAway(person, random, standing);
  const lateral =
    deed === 'leaning'
      ? random.between(-32, 32)
      : random.chance(0.33)
        ? random.normal(0, 12)
        : random.limited(0, 2);
  const sway = deed === 'leaning' || random.chance(0.25);
  const posture: Posture = {
    heading,
    pelvisTilt: trunk - 0.7 * lumbarFlexion,
    pelvisRoll: sway ? random.limited(0, 5) : random.limited(0, 1),
    lumbarFlexion,
    lateralBend: lateral,
    twist:
      upright || deed === 'leaning'
        ? random.limited(0, random.chance(0.7) ? 4 : 14)
        : sampleTwist(random),
    kneeFlexion:
      deed === 'seated'
        ? random.between(50, 110)
        : upright
          ? Math.abs(random.limited(9, 6))
          : sampleKnees(random, trunk),
    feet,
    // with the trunk the weight goes ahead, towards the toes
    offBalance: {
      ahead:
        deed === 'seated'
          ? random.between(-0.22, 0.02)
          : 0.028 * sin(Math.min(90, Math.max(0, trunk))) + random.limited(0, 0.022),
      left: random.limited(0, random.chance(0.25) ? 0.045 : 0.01),
    },
    hands:
      deed === 'leaning' && random.chance(0.6)
        ? hangingBoth(person, random)
        : sampleHands(person, random, trunk),
    shoulderBlades: blades(random, 0.0045),
    elbows: elbowsOut(random),
    kneesOut: random.limited(10, 10),
    // people look ahead of them, not along their trunk
    head: {
      pitch:
        -random.between(0, 0.57) * Math.max(0, trunk + 0.3 * lumbarFlexion) + random.limited(0, 9),
      yaw: random.limited(0, 16),
      roll: random.limited(0, 5),
    },
  };
  if (upright) midStep(person, random, posture, deed === 'walking');
  return posture;
}

function hangingBoth(person: Person, random: Random): Record<Side, HandTarget> {
  const hands = hanging(person, random);
  return { left: hands, right: hands };
}

/** In the middle of a step: one foot off the ground or behind, when turning also not yet turned. */
function midStep(person: Person, random: Random, posture: Posture, walking: boolean): void {
  const h = person.statureM;
  const turn = walking
    ? random.limited(0, 6)
    : (random.chance(0.5) ? 1 : -1) * random.between(10, 100);
  const feet = stance(
    person,
    random,
    random.between(0.06, 0.2),
    walking ? random.limited(0, 0.17) : random.limited(0, 0.06),
    posture.heading,
  );
  const moving = feet[random.chance(0.5) ? 'left' : 'right'];
  moving.y = random.chance(0.7) ? random.between(0, 0.11) * h : 0;
  moving.yaw += turn * random.next();
  posture.feet = feet;
  posture.heading += turn * random.between(0, 0.7);
}
