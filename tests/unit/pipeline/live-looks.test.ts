import { describe, expect, it } from 'vitest';
import type { Pose, PoseFrame } from '../../../src/core/pose/pose';
import type {
  CloserDetector,
  ClosePicture,
  PersonMasker,
  RgbaFrame,
} from '../../../src/detect/detector-port';
import { unknownMoment } from '../../../src/core/kinematics/moment';
import { LiveCheck } from '../../../src/pipeline/live-check';
import { LiveLooks } from '../../../src/pipeline/live-looks';
import type { Looks } from '../../../src/pipeline/second-look';
import { lifters, savedPoses } from '../core/recordings';

/** The pictures that the worker looks at are half as large as they came. */
const FRAME: RgbaFrame = { width: 320, height: 240, data: new Uint8Array(0) };

/** Sees what the live detector saw, half a pixel beside it, and writes down what it was asked for. */
function closerDetector(): { detector: CloserDetector; asked: number[] } {
  const asked: number[] = [];
  const poses = new WeakMap<ClosePicture, Pose>();
  const detector: CloserDetector = {
    cut: (frame, pose) => {
      expect([pose.width, pose.height]).toEqual([frame.width, frame.height]);
      const { timeS, width, height } = pose;
      const region = { xMin: 0, yMin: 0, xMax: 1, yMax: 1 };
      const picture = { timeS, width, height, region, rgb: new Uint8Array(0) };
      poses.set(picture, pose);
      return picture;
    },
    find: async (picture) => {
      asked.push(picture.timeS);
      await Promise.resolve();
      const pose = poses.get(picture)!;
      const keypoints = pose.keypoints.map((k) => ({ ...k, x: k.x + 0.5 }));
      return { ...pose, detector: 'movenet-thunder', keypoints };
    },
    dispose: () => undefined,
  };
  return { detector, asked };
}

/** Sees nobody. */
const masker: PersonMasker = {
  cut: (_frame, pose) => ({
    pose,
    square: { centre: { x: 0, y: 0 }, side: 1, turn: 0 },
    size: 1,
    rgb: new Uint8Array(3),
  }),
  mask: () => Promise.resolve(null),
  dispose: () => undefined,
};

/** A whole live check of a bent lift from the side, with what its second looks found. */
async function checked(
  looks: LiveLooks,
  change: (frame: PoseFrame) => PoseFrame = (frame) => frame,
): Promise<{ check: LiveCheck; told: Looks[] }> {
  const check = new LiveCheck({
    lifters,
    person: { heightM: 1.8, heightEntered: true },
    detector: 'movenet-lightning',
    sourceName: 'test',
  });
  const told: Looks[] = [];
  for (const frame of savedPoses('bent-back').frames.map(change)) {
    const state = check.push(frame);
    looks.prepare(state, FRAME, check, frame.timeS);
    if (state.phase !== 'standing' && state.phase !== 'holding') continue;
    for (let more = true; more;) {
      const step = await looks.step(() => frame.timeS);
      if (step.found) told.push(step.found);
      more = step.more;
    }
  }
  return { check, told };
}

describe('second looks of a live check', () => {
  it('looks at the standing picture first and once, and tells both kinds of looks at once', async () => {
    const { detector, asked } = closerDetector();
    const looks = new LiveLooks({ looker: masker, takesS: 0.1 }, { looker: detector, takesS: 0.1 });
    const { check, told } = await checked(looks);
    expect(told.length).toBeGreaterThanOrEqual(1);
    expect(told[0]!.closer.length).toBeGreaterThanOrEqual(1);
    expect(told[0]!.backs.length).toBeGreaterThanOrEqual(1);
    const closer = told.flatMap((found) => found.closer);
    // one standing picture, and of each phase one
    expect(asked).toHaveLength(1 + closer.length);
    expect(asked.slice(1)).toEqual(closer.map(({ timeS }) => timeS));
    const { timesS } = check.finish().baseline!;
    expect(asked[0]).toBeGreaterThanOrEqual(timesS[0]!);
    expect(asked[0]).toBeLessThanOrEqual(timesS.at(-1)!);
  });

  it('what was found is in pixels of the picture as it came, and is taken into the verdict', async () => {
    const { detector } = closerDetector();
    const looks = new LiveLooks(null, { looker: detector, takesS: 0.1 });
    const { check, told } = await checked(looks);
    const [look] = told[0]!.closer;
    const live = savedPoses('bent-back').frames.find(({ timeS }) => timeS === look!.timeS)!.pose!;
    look!.keypoints.forEach(({ x, y }, k) => {
      // half a pixel of a picture half as large
      expect(Math.abs(x - live.keypoints[k]!.x - 1)).toBeLessThan(0.02);
      expect(Math.abs(y - live.keypoints[k]!.y)).toBeLessThan(0.02);
    });
    for (const found of told) check.takeLooks(found);
    expect(check.finish().lifts[0]!.lookedAgain).toBe(true);
  });

  /** At which bends pictures are cut: for looks at the back, and for closer ones. */
  function cutsAt(bends: readonly number[]): { backs: number[]; closer: number[] } {
    const cut: ReturnType<typeof cutsAt> = { backs: [], closer: [] };
    let now = 0;
    const cutting: PersonMasker = {
      ...masker,
      cut: (frame, pose) => {
        cut.backs.push(now);
        return masker.cut(frame, pose);
      },
    };
    const { detector } = closerDetector();
    const closer: CloserDetector = {
      ...detector,
      cut: (frame, pose) => {
        cut.closer.push(now);
        return detector.cut(frame, pose);
      },
    };
    const looks = new LiveLooks({ looker: cutting, takesS: 0.1 }, { looker: closer, takesS: 0.1 });
    const { pose } = savedPoses('bent-back').frames[0]!;
    const check = {
      standing: null as object | null,
      wantedLooks: () => ({ backs: [], closer: [] }),
    };
    const known = (value: number) => ({ value, error: 5, judged: true as const });
    [0, 0, ...bends].forEach((trunkDeg, i) => {
      now = trunkDeg;
      const timeS = i / 5;
      if (i === 2) {
        check.standing = { fromS: 0, toS: 0.2 };
        cut.closer.length = 0; // those of the standing
      }
      const { measures } = unknownMoment(timeS, 'no-person');
      measures.trunkInclinationDeg = known(trunkDeg);
      measures.viewAzimuthDeg = known(90);
      const state = { timeS, pose, motion: { timeS, measures }, phase: 'bending' };
      looks.prepare(state as never, FRAME, check as never, timeS);
    });
    return cut;
  }

  it('cuts pictures from 55 % of the furthest bend so far for the back, from 75 % for angles', () => {
    const { backs, closer } = cutsAt([40, 70, 100, 100, 76, 74, 56, 54, 40]);
    expect(backs).toEqual([40, 70, 100, 100, 76, 74, 56]);
    expect(closer).toEqual([40, 70, 100, 100, 76]);
  });

  it('takes for another bend what bends by more than 10° again', () => {
    const { backs, closer } = cutsAt([100, 40, 49, 40, 51, 60, 40]);
    expect(backs).toEqual([100, 51, 60, 40]);
    expect(closer).toEqual([100, 51, 60]);
  });

  it('cuts no pictures of what is far less bent than the furthest of the same bend', async () => {
    const cut: { timeS: number; trunkDeg: number }[] = [];
    const bent: typeof cut = [];
    const cutting: PersonMasker = {
      ...masker,
      cut: (frame, pose) => {
        cut.push(bent.at(-1)!);
        return masker.cut(frame, pose);
      },
    };
    const looks = new LiveLooks({ looker: cutting, takesS: 0.1 }, null);
    const prepare = looks.prepare.bind(looks);
    looks.prepare = (state, ...rest) => {
      const trunkDeg = state.motion?.measures.trunkInclinationDeg.value ?? 0;
      if (trunkDeg > 30) bent.push({ timeS: state.timeS, trunkDeg });
      prepare(state, ...rest);
    };
    const { told } = await checked(looks);
    expect(told.flatMap(({ backs }) => backs).length).toBeGreaterThanOrEqual(3);
    expect(cut.length).toBeLessThan(0.9 * bent.length);
    const furthest = bent.reduce((a, b) => (b.trunkDeg > a.trunkDeg ? b : a));
    const near = bent.filter(({ trunkDeg }) => trunkDeg >= 0.7 * furthest.trunkDeg);
    expect(cut).toEqual(expect.arrayContaining(near));
  });

  it('looks at no angle again where the live detector is the better one, or there is no other', async () => {
    const thunder = (frame: PoseFrame): PoseFrame => ({
      ...frame,
      pose: frame.pose && { ...frame.pose, detector: 'movenet-thunder' },
    });
    const { detector, asked } = closerDetector();
    await checked(new LiveLooks(null, { looker: detector, takesS: 0.1 }), thunder);
    expect(asked).toEqual([]);
    expect((await checked(new LiveLooks(null, null))).told).toEqual([]);
  });

  // 3 s are enough for the look itself, but not for the one at the standing picture as well
  it.each([9, 3])('drops what it cannot look at in time: %s s a look', async (takesS) => {
    const { detector, asked } = closerDetector();
    const { told } = await checked(new LiveLooks(null, { looker: detector, takesS }));
    expect(asked).toEqual([]);
    expect(told).toEqual([]);
  });
});
