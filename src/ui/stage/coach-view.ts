import { figureAt } from '../../core/figure/coach-figure';
import { added } from '../../core/figure/figure-body';
import type { BodyVector } from '../../core/kinematics/skeleton';
import type { TaskKind } from '../../core/records/training-record';
import type { Degrees, Metres } from '../../core/units';
import { cornersOf } from './draw-coach-load';
import { seenFrom, type Seen, type Viewpoint } from './turned';

/** What a task needs from this side, over its whole loop: m from its centre, to the right and up. */
export interface CoachRoom {
  left: Metres;
  right: Metres;
  bottom: Metres;
  top: Metres;
}

/** Seen a little from above, so that the floor is one. */
const ELEVATION: Degrees = 9;
/** Two people who face each other are not looked at along their line: one would hide the other. */
const ASIDE: Degrees = 38;

/** The view of the coach figure that matches a camera's, 0 = in front, 90 = on the person's left. */
export function coachView(task: TaskKind, azimuthDeg: Degrees): Viewpoint {
  const azimuth = ((((azimuthDeg + 180) % 360) + 360) % 360) - 180;
  if (task !== 'two-people') return { azimuth, elevation: ELEVATION };
  const side = azimuth < 0 ? -1 : 1;
  const held = Math.min(180 - ASIDE, Math.max(ASIDE, Math.abs(azimuth)));
  return { azimuth: side * held, elevation: ELEVATION };
}

/** The room that the whole loop of a task takes from a view, so that nothing jumps. */
export function coachRoom(task: TaskKind, view: Viewpoint): CoachRoom {
  const seen: Seen[] = [];
  for (let i = 0; i < 24; i++) {
    const pose = figureAt(task, i / 24);
    const from = (at: BodyVector): Seen => seenFrom(added(at, pose.centre, -1), view);
    for (const person of pose.people)
      seen.push(...Object.values(person).map(from), from(added(person.head, [0, 0.11, 0])));
    for (const load of pose.loads) seen.push(...cornersOf(load, load.yaw).map(from));
    if (pose.table) seen.push(...cornersOf(pose.table, 0).map(from));
  }
  const xs = seen.map((p) => p.x);
  const ys = seen.map((p) => p.y);
  return {
    left: Math.min(...xs) - 0.06,
    right: Math.max(...xs) + 0.06,
    bottom: Math.min(...ys) - 0.06,
    top: Math.max(...ys) + 0.04,
  };
}
