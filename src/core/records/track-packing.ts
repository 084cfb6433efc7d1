import { fail, ok, type Result } from '../errors';
import { familyOf, KEYPOINT_TABLE_SIZE, type PoseFrame } from '../pose/pose';
import { crc32 } from './crc32';
import { NumberModel, RangeDecoder, RangeEncoder } from './range-coder';
import { MOST_TRACK_FRAMES, type LiftTrack, type TrackRecord } from './track-record';

/**
 * The packed form: 1 byte version, 4 bytes number of frames, the frames range-coded, 4 bytes CRC-32 of all before. Of
 * each frame its kind, its time, and of each keypoint x, y and score, all as differences to the last.
 *
 * Steps are those of settled poses: what was settled comes back exactly, and every angle with it.
 */
const VERSION = 1;
const HEAD = 5;
const TAIL = 4;
const PER_PIXEL = 100;
const PER_SCORE = 1000;
const PER_SECOND = 1e6;
/** Beyond all pictures; what is further is put on this edge. */
const FARTHEST = 1e5 * PER_PIXEL;
const SUREST = 100 * PER_SCORE;
const LATEST = 1e7 * PER_SECOND;

const KINDS = { none: 0, other: 1, pose: 2 };

const newModels = () => ({
  kind: new NumberModel(),
  time: new NumberModel(),
  keypoint: [new NumberModel(), new NumberModel(), new NumberModel()] as const,
});
const STEPS = [PER_PIXEL, PER_PIXEL, PER_SCORE] as const;
const LIMITS = [FARTHEST, FARTHEST, SUREST] as const;

/** Packs a track for keeping. Of more than {@link MOST_TRACK_FRAMES} frames the first are kept. */
export function packTrack(track: LiftTrack, liftId: string): TrackRecord {
  const { frames, ...facts } = track;
  const size = KEYPOINT_TABLE_SIZE[familyOf(track.detector)];
  const models = newModels();
  const encoder = new RangeEncoder();
  const last = Array.from({ length: 3 * size }, () => 0);
  let count = 0,
    time = 0,
    step = 0;
  for (const { timeS, pose, other } of frames) {
    const now = Math.round(Math.min(timeS * PER_SECOND, LATEST));
    if (count === MOST_TRACK_FRAMES) break;
    if (count > 0 && now <= time) continue;
    const keypoints = pose?.keypoints.length === size ? pose.keypoints : null;
    encoder.write(
      models.kind,
      keypoints !== null ? KINDS.pose : other === true ? KINDS.other : KINDS.none,
    );
    encoder.write(models.time, now - time - step);
    step = count === 0 ? 0 : now - time;
    time = now;
    count++;
    keypoints?.forEach(({ x, y, score }, k) => {
      [x, y, score].forEach((value, i) => {
        const limit = LIMITS[i]!;
        const whole = Math.round(Math.min(limit, Math.max(-limit, value * STEPS[i]!)));
        encoder.write(models.keypoint[i]!, whole - last[3 * k + i]!);
        last[3 * k + i] = whole;
      });
    });
  }
  const coded = encoder.finish();
  const packed = new Uint8Array(HEAD + coded.length + TAIL);
  const view = new DataView(packed.buffer);
  packed[0] = VERSION;
  view.setUint32(1, count);
  packed.set(coded, HEAD);
  view.setUint32(packed.length - TAIL, crc32(packed.subarray(0, -TAIL)));
  return { ...facts, v: 2, liftId, packed };
}

const refused = (why: string) => fail('import-refused', `track.packed: ${why}`);

/**
 * Unpacks a kept track. Bytes of any origin may be given: what no packing wrote is refused, and neither time nor memory
 * goes beyond what the longest track takes.
 */
export function unpackTrack(record: TrackRecord): Result<LiftTrack> {
  const { packed, detector, width, height, heightM, heightEntered, baseline, looks } = record;
  const { closer = [] } = record;
  if (packed.length < HEAD + TAIL) return refused('too short');
  if (packed[0] !== VERSION) return refused(`version ${packed[0]!} is not known`);
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  if (view.getUint32(packed.length - TAIL) !== crc32(packed.subarray(0, -TAIL)))
    return refused('damaged');
  const count = view.getUint32(1);
  if (count > MOST_TRACK_FRAMES) return refused(`${count} frames are too many`);

  const size = KEYPOINT_TABLE_SIZE[familyOf(detector)];
  const models = newModels();
  const coded = packed.subarray(HEAD, -TAIL);
  const decoder = new RangeDecoder(coded);
  const last = Array.from({ length: 3 * size }, () => 0);
  const frames: PoseFrame[] = [];
  let time = 0,
    step = 0;
  for (let i = 0; i < count; i++) {
    const kind = decoder.read(models.kind);
    const change = decoder.read(models.time);
    const now = time + step + (change ?? NaN);
    if (!(now >= 0 && now <= LATEST) || (i > 0 && now <= time)) return refused('times do not rise');
    step = i === 0 ? 0 : now - time;
    time = now;
    const timeS = now / PER_SECOND;
    if (kind === KINDS.pose) {
      for (let k = 0; k < last.length; k++) {
        const value = last[k]! + (decoder.read(models.keypoint[k % 3]!) ?? NaN);
        if (!(Math.abs(value) <= LIMITS[k % 3]!))
          return refused('a keypoint is beyond all pictures');
        last[k] = value;
      }
      const keypoints = Array.from({ length: size }, (_, k) => ({
        x: last[3 * k]! / PER_PIXEL,
        y: last[3 * k + 1]! / PER_PIXEL,
        score: last[3 * k + 2]! / PER_SCORE,
      }));
      frames.push({ timeS, pose: { timeS, detector, width, height, keypoints } });
    } else if (kind === KINDS.other) frames.push({ timeS, pose: null, other: true });
    else if (kind === KINDS.none) frames.push({ timeS, pose: null });
    else return refused('a frame of unknown kind');
    if (decoder.position > coded.length) return refused('comes to an early end');
  }
  if (decoder.position !== coded.length) return refused('more bytes than frames');
  return ok({ detector, width, height, heightM, heightEntered, baseline, frames, looks, closer });
}
