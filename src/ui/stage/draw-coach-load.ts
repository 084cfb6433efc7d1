import type { FigureLoad, FigurePose } from '../../core/figure/coach-figure';
import { added, facing } from '../../core/figure/figure-body';
import type { BodyVector } from '../../core/kinematics/skeleton';
import type { Metres } from '../../core/units';
import { stroke, type Scene, type Thing } from './coach-scene';
import { hullOf } from './limb-shapes';
import { seenFrom } from './turned';

/** Corners of a body with six faces; index bits: left, up, ahead. */
export function cornersOf(
  { middle, size }: { middle: BodyVector; size: BodyVector },
  yaw: number,
  inset = 0,
): BodyVector[] {
  return Array.from({ length: 8 }, (_, i) => {
    const corner = size.map((s, axis) => ((i >> axis) & 1 ? 1 : -1) * Math.max(0, s / 2 - inset));
    return added(middle, facing(yaw, corner as unknown as BodyVector));
  });
}

const FACES: readonly (readonly [axis: 0 | 1 | 2, side: 1 | -1, corners: readonly number[]])[] = [
  [0, -1, [0, 2, 6, 4]],
  [0, 1, [1, 3, 7, 5]],
  [1, -1, [0, 1, 5, 4]],
  [1, 1, [2, 3, 7, 6]],
  [2, -1, [0, 1, 3, 2]],
  [2, 1, [4, 5, 7, 6]],
];

function drawFaces(
  { c, place, scale, colours, view }: Scene,
  corners: readonly BodyVector[],
  yaw: number,
  { fill, edge }: { fill: 'load' | null; edge: string },
): void {
  c.strokeStyle = edge;
  c.lineWidth = Math.max(1.5, 0.011 * scale);
  for (const [axis, side, face] of FACES) {
    const normal: [number, number, number] = [0, 0, 0];
    normal[axis] = side;
    if (seenFrom(facing(yaw, normal), view).depth > -1e-6) continue;
    const path = new Path2D();
    face.forEach((i, n) => {
      const p = place(corners[i]!);
      if (n === 0) path.moveTo(p.x, p.y);
      else path.lineTo(p.x, p.y);
    });
    path.closePath();
    c.fillStyle = axis === 0 ? colours.loadSide : colours.load;
    if (fill !== null) c.fill(path);
    c.stroke(path);
  }
}

const SACK_ROUND: Metres = 0.13;

export function loadThing(scene: Scene, load: FigureLoad): Thing {
  const { c, place, scale, colours } = scene;
  return {
    depth: place(load.middle).depth,
    draw: () => {
      c.globalAlpha = load.shown;
      if (load.shape === 'box')
        drawFaces(scene, cornersOf(load, load.yaw), load.yaw, { fill: 'load', edge: colours.ink });
      else {
        const outline = new Path2D();
        hullOf(cornersOf(load, load.yaw, SACK_ROUND).map(place)).forEach((p, i) =>
          i === 0 ? outline.moveTo(p.x, p.y) : outline.lineTo(p.x, p.y),
        );
        outline.closePath();
        const edge = Math.max(1.5, 0.011 * scale);
        c.strokeStyle = colours.ink;
        c.lineWidth = 2 * SACK_ROUND * scale + edge;
        c.stroke(outline);
        c.strokeStyle = c.fillStyle = colours.load;
        c.lineWidth = 2 * SACK_ROUND * scale - edge;
        c.fill(outline);
        c.stroke(outline);
      }
      c.globalAlpha = 1;
    },
  };
}

/** Only lines, so that nothing is hidden by it from where it stands before the person. */
export function tableThing(scene: Scene, table: NonNullable<FigurePose['table']>): Thing {
  const { c, place, scale, colours } = scene;
  const corners = cornersOf(table, 0);
  return {
    depth: place(table.middle).depth + 0.3, // What stands on it comes after it.
    draw: () => {
      c.strokeStyle = colours.far;
      c.lineWidth = 0.03 * scale;
      for (const [x, y, z] of corners.filter((_, i) => (i & 2) === 0)) {
        const inner: BodyVector = [x * 0.96 + table.middle[0] * 0.04, y, z * 0.96];
        stroke(c, place(inner), place([inner[0], 0, inner[2]]));
      }
      drawFaces(scene, corners, 0, { fill: null, edge: colours.far });
    },
  };
}
