import type { Pose, PoseFrame } from '../pose/pose';
import type { Seconds } from '../units';
import { comesBack, KeypointCoder } from './keypoint-coder';
import { NumberModel, RangeDecoder, RangeEncoder } from './range-coder';

/** Frames that are packed together: more would pack little better, and one is unpacked with all others. */
const BLOCK = 64;

/** What the poses of a block have in common; null = nobody is seen in it. */
type Form = (Pick<Pose, 'detector' | 'width' | 'height'> & { size: number }) | null;

interface Packed {
  form: Form;
  bytes: Uint8Array;
}

/** Bits of a frame's kind. */
const POSE = 1;
const OTHER = 2;

/**
 * All frames of a long stream in little room: the newest as they are, older ones as about 75 bytes each (17 keypoints;
 * 1.1 kB before). Each comes back exactly as it was, but for `world`, which nothing is measured from.
 */
export class PoseLog {
  /** Of {@link BLOCK} frames each; as they are where packing would change them. */
  readonly #blocks: (Packed | readonly PoseFrame[])[] = [];
  #newest: PoseFrame[] = [];
  readonly #timesS: Seconds[] = [];
  readonly #packs: boolean;

  /** @param packs false: nothing is packed, which takes the room and saves the time */
  constructor(packs = true) {
    this.#packs = packs;
  }

  get length(): number {
    return this.#timesS.length;
  }

  /** Time of the newest frame; null without any. */
  get untilS(): Seconds | null {
    return this.#timesS.at(-1) ?? null;
  }

  /** @param frame not before those that are there */
  push({ timeS, pose, other }: PoseFrame): void {
    if (this.#newest.length === BLOCK) {
      this.#blocks.push((this.#packs ? packed(this.#newest) : null) ?? this.#newest);
      this.#newest = [];
    }
    this.#timesS.push(timeS);
    this.#newest.push({
      timeS,
      pose: pose && withoutWorld(pose),
      ...(other === true ? { other } : {}),
    });
  }

  /** Position of the first frame that is not before this time; `length` where there is none. Late ones are found sooner. */
  positionAt(timeS: Seconds): number {
    return this.#timesS.findLastIndex((each) => each < timeS) + 1;
  }

  /** Frames by position, as with arrays. */
  slice(from = 0, to = this.length): PoseFrame[] {
    const frames: PoseFrame[] = [];
    const end = Math.min(to, this.length);
    if (from >= end) return frames;
    for (let start = from - (from % BLOCK); start < end; start += BLOCK)
      frames.push(...this.#block(start).slice(Math.max(0, from - start), end - start));
    return frames;
  }

  /** Both times included. */
  between(fromS: Seconds, untilS: Seconds): PoseFrame[] {
    const end = this.#timesS.findLastIndex((each) => each <= untilS) + 1;
    return this.slice(this.positionAt(fromS), end);
  }

  #block(start: number): readonly PoseFrame[] {
    const block = this.#blocks[start / BLOCK] ?? this.#newest;
    return 'bytes' in block ? unpacked(block, this.#timesS.slice(start, start + BLOCK)) : block;
  }
}

const withoutWorld = ({ timeS, detector, width, height, keypoints }: Pose): Pose => ({
  timeS,
  detector,
  width,
  height,
  keypoints,
});

/** @returns null for frames that packing would change */
function packed(frames: readonly PoseFrame[]): Packed | null {
  const first = frames.find(({ pose }) => pose !== null)?.pose ?? null;
  const form = first && formOf(first);
  if (!frames.every((frame) => fits(frame, form))) return null;
  const kinds = new NumberModel();
  const coder = new KeypointCoder(form?.size ?? 0);
  const encoder = new RangeEncoder();
  for (const { pose, other } of frames) {
    encoder.write(kinds, (pose === null ? 0 : POSE) + (other === true ? OTHER : 0));
    if (pose !== null) coder.write(encoder, pose.keypoints);
  }
  return { form, bytes: Uint8Array.from(encoder.finish()) };
}

const formOf = ({ detector, width, height, keypoints }: Pose): NonNullable<Form> => ({
  detector,
  width,
  height,
  size: keypoints.length,
});

const fits = ({ timeS, pose }: PoseFrame, form: Form): boolean =>
  pose === null ||
  (pose.timeS === timeS &&
    pose.detector === form?.detector &&
    pose.width === form.width &&
    pose.height === form.height &&
    pose.keypoints.length === form.size &&
    comesBack(pose.keypoints));

function unpacked({ form, bytes }: Packed, timesS: readonly Seconds[]): PoseFrame[] {
  const kinds = new NumberModel();
  const coder = new KeypointCoder(form?.size ?? 0);
  const decoder = new RangeDecoder(bytes);
  return timesS.map((timeS) => {
    const kind = decoder.read(kinds)!;
    const other = (kind & OTHER) !== 0 ? { other: true } : {};
    if ((kind & POSE) === 0) return { timeS, pose: null, ...other };
    const { detector, width, height } = form!;
    const keypoints = coder.read(decoder)!;
    return { timeS, pose: { timeS, detector, width, height, keypoints }, ...other };
  });
}
