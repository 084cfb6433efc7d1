import type { Result } from '../core/errors';
import type { LifterSet } from '../core/kinematics/lifter';
import type { LiftRecord } from '../core/records/lift-record';
import type { RescoreRecord } from '../core/records/rescore-record';
import { unpackTrack } from '../core/records/track-packing';
import type { TrackRecord } from '../core/records/track-record';
import { scoreAgain } from './score-again';

/** A kept lift to judge; the lifters come once, before the first. */
export type RescoreRequest =
  { lifters: LifterSet } | { id: number; lift: LiftRecord; track: TrackRecord };

/** How a kept lift is judged today. */
export type Rejudged = Pick<RescoreRecord, 'rules' | 'lifter' | 'verdict'>;
export interface RescoreAnswer {
  id: number;
  answer: Result<Rejudged>;
}

let lifters: LifterSet;

addEventListener('message', ({ data }: MessageEvent<RescoreRequest>) => {
  if ('lifters' in data) {
    ({ lifters } = data);
    return;
  }
  const track = unpackTrack(data.track);
  const answer = track.ok
    ? { ok: true as const, value: scoreAgain(data.lift, track.value, lifters) }
    : track;
  postMessage({ id: data.id, answer } satisfies RescoreAnswer);
});
