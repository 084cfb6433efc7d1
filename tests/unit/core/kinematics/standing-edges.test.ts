import { describe, expect, it } from 'vitest';
import { findBaseline, StandingWatch } from '../../../../src/core/kinematics/standing';
import type { Pose, PoseFrame } from '../../../../src/core/pose/pose';
import { figure, withPoint, type Parts } from './told-lifter';

/** Where somebody stands, px: ears `sizePx` above the feet (300), hands `hands` of that (0.45). */
interface Stand {
  sizePx?: number;
  feetY?: number;
  dx?: number;
  hands?: number;
}
function standing(timeS: number, { sizePx = 300, feetY = 400, dx = 0, hands = 0.45 }: Stand): Pose {
  const at = (above: number): readonly [number, number] => [400 + dx, feetY - sizePx * above];
  const parts: Parts = {
    Ear: at(1),
    Shoulder: at(0.87),
    Elbow: at(0.65),
    Wrist: at(hands),
    Hip: at(0.5),
    Knee: at(0.25),
    Ankle: at(0),
  };
  return figure(parts, timeS);
}
/** Somebody bent level, feet at a place; seen from the side. */
const bent = (timeS: number, { sizePx = 200, feetY = 400, dx = 0 }: Stand): Pose =>
  figure(
    {
      Ear: [490 + dx, feetY - sizePx],
      Shoulder: [480 + dx, feetY - 150],
      Elbow: [480 + dx, feetY - 100],
      Wrist: [480 + dx, feetY - 50],
      Hip: [400 + dx, feetY - 150],
      Knee: [400 + dx, feetY - 75],
      Ankle: [400 + dx, feetY],
    },
    timeS,
  );

/** Frames a tenth of a second apart. */
const run = (fromS: number, count: number, stand: Stand = {}, pose = standing): PoseFrame[] =>
  Array.from({ length: count }, (_, i) => {
    const timeS = fromS + i / 10;
    return { timeS, pose: pose(timeS, stand) };
  });
/** When the standing began that is taken, and how many frames of it; null when there is none. */
function taken(...frames: readonly PoseFrame[][]): readonly [fromS: number, count: number] | null {
  const found = findBaseline(frames.flat());
  return found && [found.timesS[0]!, found.timesS.length];
}

describe('a run of standing frames', () => {
  it('has three of them at least', () => {
    expect(taken(run(0, 2))).toBeNull();
    expect(taken(run(0, 3))).toEqual([0, 3]);
    expect(taken([{ timeS: 0, pose: null }], run(1, 3))).toEqual([1, 3]);
  });

  it('gives the middle of its points, of every second or third frame where there are more than thirty', () => {
    expect(taken(run(0, 30))![1]).toBe(30);
    expect(taken(run(0, 31))![1]).toBe(16);
    expect(findBaseline(run(0, 61))!.timesS.slice(0, 3)).toEqual([0, 0.3, 0.6]);
    const swaying = [0, 4, 2, 1].map((dx, i) => ({
      timeS: i / 10,
      pose: standing(i / 10, { dx }),
    }));
    const { keypoints, points, sizePx } = findBaseline(swaying)!;
    expect([keypoints[16]!.x, keypoints[16]!.score, points[14]!.x]).toEqual([381.5, 0.9, 381.5]);
    expect(sizePx).toBeCloseTo(300, 9);
    expect(findBaseline(swaying.slice(0, 3))!.keypoints[16]!.x).toBe(382);
  });

  it.each<[string, Stand, count: number]>([
    ['STAND-3: goes on where hips move by less than 3 % of the size', { dx: 8.9 }, 8],
    ['STAND-3: ends where they move by more', { dx: 9.1 }, 4],
    ['STAND-3: goes on where feet move by less', { feetY: 408.9 }, 8],
    ['STAND-3: ends where they move by more, towards the camera', { feetY: 409.1 }, 4],
    ['STAND-1: ends where hands are raised', { hands: 0.61 }, 4],
  ])('%s', (_, then, count) => {
    expect(taken(run(0, 4), run(0.4, 4, then))).toEqual([0, count]);
  });

  it('STAND-3: is over 6 % from where it began, however slowly', () => {
    const creeping = (dx: number): PoseFrame[] =>
      [0, 1, 2, 3].map((k) => ({ timeS: k / 10, pose: standing(k / 10, { dx: k * dx }) }));
    expect(taken(creeping(5.9))).toEqual([0, 4]);
    expect(taken(creeping(6.1))).toEqual([0, 3]);
  });

  it('ends with a pause of 0.35 s', () => {
    expect(taken(run(0, 4), run(0.64, 4))![1]).toBe(8);
    expect(taken(run(0, 4), run(0.66, 4))![1]).toBe(4);
  });

  it('STAND-2: its own ends, lower than 98.5 % of its tall frames, are bends that have begun', () => {
    expect(taken(run(0, 4), run(0.4, 2, { sizePx: 296 }))).toEqual([0, 6]);
    expect(taken(run(0, 4), run(0.4, 2, { sizePx: 295 }))).toEqual([0, 4]);
  });
});

describe('of several runs', () => {
  const later = run(3, 5);
  it.each<[string, first: PoseFrame[], fromS: number]>([
    ['STAND-4: the first counts', run(0, 5), 0],
    ['STAND-4: one of 0.3 s goes before a shorter one', run(0, 3), 3],
    ['STAND-4: 0.3 s are enough', run(0, 4), 0],
    ['STAND-1: hands lower by less than 5 % may hang as well', run(0, 5, { hands: 0.49 }), 0],
    ['STAND-1: hands 5 % higher than others hold something', run(0, 5, { hands: 0.51 }), 3],
    ['STAND-2: 96 % as tall as others there is standing', run(0, 9, { sizePx: 288 }), 0],
    ['STAND-2: 95 % as tall is not', run(0, 9, { sizePx: 285 }), 3],
    ['STAND-2: elsewhere it is', run(0, 9, { sizePx: 285, feetY: 410 }), 0],
    ['STAND-4: a whole body goes before a cut one', run(0, 9, { feetY: 481 }), 3],
  ])('%s', (_, first, fromS) => {
    expect(taken(first, later)![0]).toBe(fromS);
  });

  it('STAND-4: the size agrees within 4 % with most of the standing there', () => {
    const most = run(3, 20, { sizePx: 290 });
    expect(taken(run(0, 5, { sizePx: 301 }), most)![0]).toBe(0);
    expect(taken(run(0, 5, { sizePx: 302 }), most)![0]).toBe(3);
  });

  it('STAND-4: and not with those elsewhere, who look larger', () => {
    const nearer = run(3, 20, { sizePx: 320, feetY: 415 });
    expect(taken(run(0, 5), nearer)![0]).toBe(0);
  });

  it('STAND-4: of short ones the longest counts, of equal ones the first', () => {
    const brief = (fromS: number, everyS: number): PoseFrame[] =>
      [0, 1, 2].map((k) => {
        const timeS = fromS + k * everyS;
        return { timeS, pose: standing(timeS, {}) };
      });
    expect(taken(brief(0, 0.05), brief(1, 0.125), brief(2, 0.1))![0]).toBe(1);
    expect(taken(brief(0, 0.125), brief(1, 0.125))![0]).toBe(0);
  });
});

describe('STAND-4: where the work is done', () => {
  const bends = (stand: Stand, count = 3): PoseFrame[] => run(8, count, stand, bent);
  const far = run(0, 5);
  const near = run(3, 5, { feetY: 412 });

  it.each<[string, PoseFrame[], fromS: number]>([
    ['the standing nearest to it counts', bends({ feetY: 412 }), 3],
    ['two bent frames are no work', bends({ feetY: 412 }, 2), 0],
    ['80 % as tall is not bent', bends({ feetY: 412, sizePx: 241 }), 0],
    ['less than that is', bends({ feetY: 412, sizePx: 239 }), 3],
    ['less than 2 % nearer is as near', bends({ feetY: 408.5 }), 0],
    ['more than 2 % nearer is nearer', bends({ feetY: 409.5 }), 3],
  ])('%s', (_, work, fromS) => {
    expect(taken(far, near, work)![0]).toBe(fromS);
  });

  it('is not known by feet that are not clearly seen', () => {
    const unclear = bends({ feetY: 412 }).map(({ timeS, pose }) => ({
      timeS,
      pose: withPoint(pose!, 'leftAnkle', { score: 0.39 }),
    }));
    expect(taken(far, near, unclear)![0]).toBe(0);
  });

  it('who stands 5 % of their size away from it is not trusted, nor is who is cut in half the frames', () => {
    const trusts = (...frames: PoseFrame[][]): boolean => findBaseline(frames.flat())!.trusted;
    expect(trusts(far)).toBe(true);
    expect(trusts(far, bends({ feetY: 414.9 }))).toBe(true);
    expect(trusts(far, bends({ feetY: 415.1 }))).toBe(false);
    const cut = (count: number): PoseFrame[] => [
      ...run(0, 4, { feetY: 479 }),
      ...run(0.4, count, { feetY: 481 }),
    ];
    expect(trusts(cut(3))).toBe(true);
    expect(trusts(cut(4))).toBe(false);
  });
});

describe('live', () => {
  /** What the watch says of each frame: the progress, or since when the standing lasted that it takes. */
  const watched = (...frames: readonly PoseFrame[][]) => {
    const watch = new StandingWatch();
    return frames.flat().map(({ pose }) => watch.push(pose!));
  };
  const sinceOf = (...frames: readonly PoseFrame[][]): number | null =>
    watched(...frames).find(({ found }) => found !== null)?.found?.sinceS ?? null;

  it('STAND-5: 1.8 s of standing are taken, and how far it has come is told', () => {
    const seen = watched(run(0, 19));
    expect(seen[0]).toEqual({ progress: 0, found: null });
    expect(seen[9]).toEqual({ progress: 0.5, found: null });
    expect(seen[17]!.found).toBeNull();
    expect(seen[18]).toMatchObject({ progress: 1, found: { sinceS: 0 } });
    expect(seen[18]!.found!.baseline.timesS).toHaveLength(19);
  });

  it('STAND-5: who moves, bends or raises the hands begins anew', () => {
    for (const then of [
      run(1, 1, { dx: 20 }),
      run(1, 1, {}, bent),
      run(1, 1, { hands: 0.7 }),
      run(1, 1, { sizePx: 285 }),
    ])
      expect(watched(run(0.7, 3), then).at(-1)).toEqual({ progress: 0, found: null });
    const watch = new StandingWatch();
    for (const { pose } of run(0, 10)) watch.push(pose!);
    watch.reset();
    expect(watch.push(standing(1, {})).progress).toBe(0);
  });

  const bend = (timeS: number, stand: Stand): PoseFrame[] => [{ timeS, pose: bent(timeS, stand) }];
  it.each<[string, PoseFrame[][], sinceS: number | null]>([
    ['0.3 s before a bend are enough', [run(0, 4), bend(0.5, {})], 0],
    ['shorter ones are not', [run(0, 3), bend(0.5, {})], null],
    ['nor are three frames', [[0, 1.5, 3].flatMap((t) => run(t / 10, 1)), bend(0.5, {})], null],
    ['when it follows within 2 s', [run(0, 4), bend(2.29, {})], 0],
    ['not later', [run(0, 4), bend(2.31, {})], null],
    ['85 % as tall is no bend', [run(0, 4), bend(0.5, { sizePx: 256 })], null],
    ['less is', [run(0, 4), bend(0.5, { sizePx: 254 })], 0],
    ['feet stay within 6 % in height', [run(0, 4), bend(0.5, { feetY: 417.9 })], 0],
    ['not further', [run(0, 4), bend(0.5, { feetY: 418.1 })], null],
    ['and sideways', [run(0, 4), bend(0.5, { dx: -17.9 })], 0],
    ['not further either', [run(0, 4), bend(0.5, { dx: -18.1 })], null],
    ['not after a bend', [bend(0, {}), run(0.1, 5), bend(0.7, {})], null],
  ])('STAND-6: %s', (_, frames, sinceS) => {
    expect(sinceOf(...frames)).toBe(sinceS);
  });

  it('STAND-6: after a reset another may come, and nothing is left of the one before', () => {
    const watch = new StandingWatch();
    const push = (frames: PoseFrame[]): boolean =>
      frames.map(({ pose }) => watch.push(pose!)).some(({ found }) => found !== null);
    expect(push([...bend(0, {}), ...run(0.1, 5)])).toBe(false);
    watch.reset();
    expect(push(bend(0.7, {}))).toBe(false);
    watch.reset();
    expect(push([...run(1, 5), ...bend(1.6, {})])).toBe(true);
  });
});
