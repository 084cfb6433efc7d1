import type { BodyVector } from '../../core/kinematics/skeleton';
import type { Point } from './body';
import type { Seen, Viewpoint } from './turned';

/** Colours of the coach figure, as CSS texts. */
export interface CoachColours {
  ink: string;
  near: string;
  far: string;
  floor: string;
  shadow: string;
  wedge: string;
  load: string;
  loadSide: string;
}

/** Things of the picture, the farthest first; what is at the trunk's depth comes in between. */
export interface Thing {
  depth: number;
  draw: () => void;
}

/** Where and with what the figure is drawn. */
export interface Scene {
  c: CanvasRenderingContext2D;
  place: (at: BodyVector) => Seen;
  scale: number;
  colours: CoachColours;
  view: Viewpoint;
}

export function stroke(c: CanvasRenderingContext2D, a: Point, b: Point): void {
  c.beginPath();
  c.moveTo(a.x, a.y);
  c.lineTo(b.x, b.y);
  c.stroke();
}

export function circle(c: CanvasRenderingContext2D, p: Point, radius: number): void {
  c.beginPath();
  c.arc(p.x, p.y, radius, 0, 2 * Math.PI);
  c.fill();
}
