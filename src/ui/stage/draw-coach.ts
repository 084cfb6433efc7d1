import type { FigurePose } from '../../core/figure/coach-figure';
import { added, SIDES } from '../../core/figure/figure-body';
import type { BodyVector } from '../../core/kinematics/skeleton';
import type { Metres } from '../../core/units';
import type { CoachColours, Scene } from './coach-scene';
import type { CoachRoom } from './coach-view';
import { bodyThings } from './draw-coach-body';
import { loadThing, tableThing } from './draw-coach-load';
import { seenFrom, type Seen, type Viewpoint } from './turned';

const GRID: Metres = 0.45;
const GRID_LINES = 4;

/**
 * The coach figure at one moment as it looks from `view`: a calm body in round strokes, with plumb line, line of the trunk
 * and the wedge between them as everywhere, and what it lifts.
 */
export function drawCoach(
  c: CanvasRenderingContext2D,
  width: number,
  height: number,
  { pose, view, room }: { pose: FigurePose; view: Viewpoint; room: CoachRoom },
  colours: CoachColours,
): void {
  c.clearRect(0, 0, width, height);
  const scale = Math.min(
    (width * 0.96) / (room.right - room.left),
    (height * 0.96) / (room.top - room.bottom),
  );
  const across = (room.left + room.right) / 2;
  const place = (at: BodyVector): Seen => {
    const seen = seenFrom(added(at, pose.centre, -1), view);
    return {
      x: width / 2 + (seen.x - across) * scale,
      y: height * 0.98 - (seen.y - room.bottom) * scale,
      depth: seen.depth,
    };
  };
  const scene: Scene = { c, place, scale, colours, view };
  c.lineCap = c.lineJoin = 'round';
  drawFloor(scene, pose);
  const things = [
    ...pose.loads.map((load) => loadThing(scene, load)),
    ...(pose.table ? [tableThing(scene, pose.table)] : []),
    ...pose.people.flatMap((person, i) => bodyThings(scene, person, pose.loads[0]!, i === 0)),
  ];
  things.sort((a, b) => b.depth - a.depth);
  for (const thing of things) thing.draw();
}

/** A floor that stays where it is while the picture goes along, and soft shadows on it. */
function drawFloor({ c, place, scale, colours, view }: Scene, pose: FigurePose): void {
  const nearest = (x: number): number => Math.round(x / GRID) * GRID;
  const [left, ahead] = [nearest(pose.centre[0]), nearest(pose.centre[2])];
  const half = GRID * GRID_LINES;
  c.strokeStyle = colours.floor;
  c.lineWidth = 1;
  c.beginPath();
  for (let off = -half; off <= half + 1e-9; off += GRID)
    for (const [from, to] of [
      [place([left + off, 0, ahead - half]), place([left + off, 0, ahead + half])],
      [place([left - half, 0, ahead + off]), place([left + half, 0, ahead + off])],
    ] as const) {
      c.moveTo(from.x, from.y);
      c.lineTo(to.x, to.y);
    }
  c.stroke();
  c.fillStyle = colours.shadow;
  const flat = Math.max(0.12, Math.sin((view.elevation * Math.PI) / 180));
  const shade = (at: BodyVector, radius: Metres, alpha: number): void => {
    const p = place([at[0], 0, at[2]]);
    c.globalAlpha = alpha;
    c.beginPath();
    c.ellipse(p.x, p.y, radius * scale, radius * flat * scale, 0, 0, 2 * Math.PI);
    c.fill();
    c.globalAlpha = 1;
  };
  for (const person of pose.people) {
    shade(person.pelvis, 0.34, 0.5);
    for (const side of SIDES) shade(person[`${side}Ankle`], 0.16, 0.8);
  }
  for (const load of pose.loads) shade(load.middle, 0.27, 0.7 * load.shown);
}
