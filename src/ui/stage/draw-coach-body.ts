import type { FigureLoad } from '../../core/figure/coach-figure';
import {
  added,
  facing,
  outward,
  SIDES,
  type FigureJoint,
  type FigurePerson,
  type Side,
} from '../../core/figure/figure-body';
import type { BodyVector } from '../../core/kinematics/skeleton';
import type { Metres } from '../../core/units';
import { circle, stroke, type CoachColours, type Scene, type Thing } from './coach-scene';
import { drawWedge } from './draw-skeleton';
import { addLimb, hullOf } from './limb-shapes';
import { seenFrom, type Seen } from './turned';

/** Half the width of a limb at its two ends. */
const LIMB_SHAPES: readonly [FigureJoint, FigureJoint, Metres, Metres][] = SIDES.flatMap(
  (side): [FigureJoint, FigureJoint, Metres, Metres][] => [
    [`${side}Hip`, `${side}Knee`, 0.082, 0.058],
    [`${side}Knee`, `${side}Ankle`, 0.056, 0.037],
    [`${side}Shoulder`, `${side}Elbow`, 0.05, 0.04],
    [`${side}Elbow`, `${side}Wrist`, 0.039, 0.03],
    [`${side}Heel`, `${side}Toe`, 0.034, 0.028],
  ],
);
const HEAD: Metres = 0.103;
const HAND: Metres = 0.043;
/** Height of the plumb line over the hips. */
const PLUMB: Metres = 0.66;
/** A body in parts, each at its depth. */
export function bodyThings(
  scene: Scene,
  person: FigurePerson,
  load: FigureLoad,
  isCoach: boolean,
): Thing[] {
  const { c, place, scale, colours } = scene;
  const middle = place(person.pelvis).depth;
  const line = added(person.leftHip, person.rightHip, -1);
  const turned = -seenFrom(line, scene.view).depth / Math.hypot(...line);
  /** The far side is fainter, from where it is clearly the far one; a partner is so altogether: the eye belongs to the coach. */
  const nearness = (side: Side): number =>
    isCoach ? Math.min(1, Math.max(0, 1.2 + outward(side) * turned * 3)) : 0;
  const limbs = LIMB_SHAPES.map(([from, to, ra, rb]): Thing => {
    const [a, b] = [place(person[from]), place(person[to])];
    const depth = (a.depth + b.depth) / 2;
    const sole = from.endsWith('Heel') ? 0.03 * scale : 0;
    return {
      depth,
      draw: () => {
        const path = new Path2D();
        addLimb(path, { x: a.x, y: a.y - sole }, ra * scale, { x: b.x, y: b.y - sole }, rb * scale);
        fillBetween(scene, path, nearness(from.startsWith('left') ? 'left' : 'right'));
      },
    };
  });
  const hands = SIDES.map((side): Thing => {
    const at = place(person[`${side}Wrist`]);
    const depth = handDepth(scene, person[`${side}Wrist`], at.depth, load);
    return {
      depth,
      draw: () => {
        const path = new Path2D();
        path.arc(at.x, at.y, HAND * scale, 0, 2 * Math.PI);
        fillBetween(scene, path, nearness(side));
      },
    };
  });
  const head = place(person.head);
  const neck = place(person.neckBase);
  return [
    ...limbs,
    ...hands,
    { depth: middle, draw: () => drawTrunk(scene, person, isCoach) },
    {
      depth: head.depth,
      draw: () => {
        c.strokeStyle = c.fillStyle = inkOf(colours, isCoach);
        c.lineWidth = 0.064 * scale;
        stroke(c, neck, head);
        const path = new Path2D();
        const nose = place(added(person.head, added(person.nose, person.head, -1), 0.76));
        addLimb(path, head, 0.075 * scale, nose, 0.03 * scale);
        const lean = Math.atan2(head.x - neck.x, neck.y - head.y);
        path.ellipse(
          head.x,
          head.y,
          HEAD * scale * 0.94,
          HEAD * scale * 1.12,
          lean,
          0,
          2 * Math.PI,
        );
        c.fill(path);
      },
    },
  ];
}

/** A hand on that side of the load that is seen is before it, one on the other side is behind. */
function handDepth({ view }: Scene, wrist: BodyVector, own: number, load: FigureLoad): number {
  const aside = facing(load.yaw, [1, 0, 0]);
  const out = added(wrist, load.middle, -1);
  const side = out[0] * aside[0] + out[2] * aside[2] < 0 ? -1 : 1;
  const towards = -seenFrom(aside, view).depth * side;
  return own - 0.02 - (towards > 0.25 ? 0.3 * towards : 0);
}

/** Torso, then what says how far it is bent: wedge, plumb line, line of the trunk. */
function drawTrunk(scene: Scene, person: FigurePerson, isCoach: boolean): void {
  const { c, place, scale, colours } = scene;
  const at = (joint: FigureJoint): Seen => place(person[joint]);
  const torso = new Path2D();
  const inner = (joint: FigureJoint, middle: FigureJoint, share: number): Seen =>
    place(added(person[middle], added(person[joint], person[middle], -1), share));
  const corners = hullOf([
    inner('leftShoulder', 'neckBase', 0.72),
    inner('rightShoulder', 'neckBase', 0.72),
    inner('leftHip', 'pelvis', 0.6),
    inner('rightHip', 'pelvis', 0.6),
  ]);
  corners.forEach((p, i) => (i === 0 ? torso.moveTo(p.x, p.y) : torso.lineTo(p.x, p.y)));
  torso.closePath();
  c.lineWidth = 0.18 * scale;
  // Between the near and the far limbs in tone, so that both stand out from it.
  const tone = toneBetween(colours, isCoach ? 0.28 : 0);
  c.fillStyle = c.strokeStyle = colours.far;
  c.fillStyle = c.strokeStyle = tone;
  c.fill(torso);
  c.stroke(torso);
  const [pelvis, neck] = [at('pelvis'), at('neckBase')];
  if (isCoach) {
    const up = added(person.neckBase, person.pelvis, -1);
    const angle = (Math.acos(up[1] / Math.hypot(...up)) * 180) / Math.PI;
    drawWedge(
      c,
      (v) => place(added(person.pelvis, v)),
      up,
      { value: angle, error: 3 },
      colours.wedge,
    );
    c.strokeStyle = colours.ink;
    c.lineWidth = Math.max(1.5, 0.012 * scale);
    stroke(c, pelvis, place(added(person.pelvis, [0, PLUMB, 0])));
  }
  c.strokeStyle = c.fillStyle = inkOf(colours, isCoach);
  c.lineWidth = 0.064 * scale;
  stroke(c, pelvis, neck);
  circle(c, pelvis, 0.05 * scale);
}

/** A colour between those of what is far and what is near. */
const toneBetween = ({ far, near }: CoachColours, nearness: number): string =>
  `color-mix(in srgb, ${near} ${Math.round(nearness * 100)}%, ${far})`;

const inkOf = ({ ink, near, far }: CoachColours, isCoach: boolean): string =>
  isCoach ? ink : `color-mix(in srgb, ${near} 60%, ${far})`;

function fillBetween({ c, colours }: Scene, path: Path2D, nearness: number): void {
  // Browsers that cannot mix colours keep the one that was set before.
  c.fillStyle = nearness > 0.5 ? colours.near : colours.far;
  c.fillStyle = toneBetween(colours, nearness);
  c.fill(path);
}
