import { fail, ok, type Result } from '../errors';
import { familyOf, KEYPOINT_TABLE_SIZE, type PoseFrame } from '../pose/pose';
import { crc32 } from './crc32';
import { KeypointCoder } from './keypoint-coder';
import { NumberModel, RangeDecoder, RangeEncoder } from './range-coder';
import { MOST_TRACK_FRAMES, type LiftTrack, type TrackRecord } from './track-record';

/**
 * The packed form: 1 byte version, 4 bytes number of frames, the frames range-coded, 4 bytes CRC-32 of all before. Of
 * each frame its kind, its time, and of each keypoint x, y and score, all as differences to the last.
 */
const VERSION = 1;
const HEAD = 5;
const TAIL = 4;
const PER_SECOND = 1e6;
const LATEST = 1e7 * PER_SECOND;

const KINDS = { none: 0, other: 1, pose: 2 };

const newModels = () => ({ kind: new NumberModel(), time: new NumberModel() });

/** Packs a track for keeping. Of more than {@link MOST_TRACK_FRAMES} frames the first are kept. */
export function packTrack(track: LiftTrack, liftId: string): TrackRecord {
  const { frames, ...facts } = track;
  const size = KEYPOINT_TABLE_SIZE[familyOf(track.detector)];
  const models = newModels();
  const coder = new KeypointCoder(size);
  const encoder = new RangeEncoder();
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
    if (keypoints !== null) coder.write(encoder, keypoints);
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
  const coder = new KeypointCoder(size);
  const decoder = new RangeDecoder(coded);
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
      const keypoints = coder.read(decoder);
      if (keypoints === null) return refused('a keypoint is beyond all pictures');
      frames.push({ timeS, pose: { timeS, detector, width, height, keypoints } });
    } else if (kind === KINDS.other) frames.push({ timeS, pose: null, other: true });
    else if (kind === KINDS.none) frames.push({ timeS, pose: null });
    else return refused('a frame of unknown kind');
    if (decoder.position > coded.length) return refused('comes to an early end');
  }
  if (decoder.position !== coded.length) return refused('more bytes than frames');
  return ok({ detector, width, height, heightM, heightEntered, baseline, frames, looks, closer });
}
