import { describe, expect, it } from 'vitest';
import { figuresOf } from '../../../bench/accuracy/frame-table';
import type { Reading } from '../../../bench/accuracy/readings';
import { robustPeak } from '../../../bench/accuracy/twist-peaks';
import { rms, shareSpread, slopeOf } from '../../../bench/truth/figures';

const reading = (facts: Partial<Reading>): Reading => ({
  body: 'made-up',
  timeS: 0,
  view: 'side',
  truth: 30,
  off: 0,
  error: 5,
  judged: true,
  ...facts,
});

describe('figures of frames', () => {
  it('take the error where judged, the share of all frames, and what the intervals hold', () => {
    const readings = [
      reading({ off: 3 }),
      reading({ off: -4 }),
      reading({ off: 12, judged: false, error: 20 }),
      // nobody was found: a frame that counts, with no value
      reading({ off: null, error: null, judged: false }),
    ];
    const figures = figuresOf('trunkInclination', 'side', readings);
    expect(figures.frames).toBe(4);
    expect(figures.judgedShare).toBe(0.5);
    expect(figures.rmseJudged).toBeCloseTo(Math.sqrt(12.5), 10);
    expect(figures.rmseAll).toBeCloseTo(Math.sqrt((9 + 16 + 144) / 3), 10);
    expect(figures.biasJudged).toBe(-0.5);
    expect(figures.coverageJudged).toBe(1);
  });

  it('count an interval that ends before the truth as one that does not hold it', () => {
    const readings = [5, 5.1, -5, -6].map((off) => reading({ off }));
    expect(figuresOf('trunkInclination', 'all', readings).coverageJudged).toBe(0.5);
  });

  it('keep views apart, join those of the back, and leave out unknown ones', () => {
    const views = ['front', 'oblique', 'side', 'back-oblique', 'back', null] as const;
    const readings = views.map((view) => reading({ view }));
    const frames = (view: Parameters<typeof figuresOf>[1]): number =>
      figuresOf('trunkInclination', view, readings).frames;
    expect([frames('all'), frames('side'), frames('behind'), frames('not-side')]).toEqual([
      6, 1, 2, 4,
    ]);
  });

  it('are not a number where nothing was judged', () => {
    const figures = figuresOf('axialTwist', 'side', [reading({ judged: false })]);
    expect(figures.judgedShare).toBe(0);
    expect(figures.rmseJudged).toBeNaN();
    expect(figures.coverageJudged).toBeNaN();
  });
});

describe('figures of series', () => {
  it('know the root mean square', () => {
    expect(rms([3, -4])).toBeCloseTo(3.5355, 4);
  });

  it('fit a slope through the origin', () => {
    const half = [10, 20, 40].map((x) => ({ x, y: x / 2 }));
    expect(slopeOf(half)).toBe(0.5);
    expect(slopeOf([...half, { x: 0, y: 8 }])).toBe(0.5);
  });

  it('take no single frame for a peak', () => {
    expect(robustPeak([1, 2, 90, 3, 4])).toBe(4);
    expect(robustPeak([1, 40, 41, 2])).toBe(40);
    expect(robustPeak([])).toBeNull();
  });
});

describe('the spread of a share', () => {
  const cases = (...clusters: readonly boolean[][]) =>
    clusters.flatMap((holds, i) => holds.map((one) => ({ one, of: `${i}` })));
  const spread = (...clusters: readonly boolean[][]): number =>
    shareSpread(
      cases(...clusters),
      ({ one }) => one,
      ({ of }) => of,
    );
  const [yes, no] = [true, false];

  it('is that of single cases where each is by itself', () => {
    // 2 · √(p(1 − p) / (n − 1))
    expect(spread([yes], [yes], [yes], [no])).toBeCloseTo(2 * Math.sqrt(0.1875 / 3), 10);
  });

  it('is larger where cases of a cluster go together, and smaller where they balance', () => {
    const apart = spread([yes], [yes], [no], [no]);
    expect(spread([yes, yes], [no, no])).toBeGreaterThan(apart);
    expect(spread([yes, no], [no, yes])).toBe(0);
  });

  it('is unknown from one cluster', () => {
    expect(spread([yes, no])).toBeNaN();
  });
});
