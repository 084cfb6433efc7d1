import { describe, expect, it } from 'vitest';
import type { LiveState, Readiness } from '../../../src/pipeline/live-state';
import { LiveView } from '../../../src/ui/check/live-view.svelte';

const READY: Readiness = {
  wholeBody: true,
  cutAt: null,
  clear: true,
  baseline: 1,
  view: 'oblique',
  judgeable: { trunk: true, twist: true, knees: true, reach: true },
};
const state = (timeS: number, over: Partial<LiveState> = {}): LiveState => ({
  timeS,
  person: 'tracked',
  pose: null,
  motion: null,
  readiness: READY,
  phase: 'standing',
  lifts: [],
  spoken: null,
  ...over,
});
const LIFT = {} as LiveState['lifts'][number];

describe('what the check screen says', () => {
  it('says once that all is ready', () => {
    const view = new LiveView();
    expect(view.take(state(0, { readiness: { ...READY, baseline: 0.5 } })).becameReady).toBe(false);
    expect(view.take(state(0.5)).becameReady).toBe(true);
    expect(view.take(state(1)).becameReady).toBe(false);
  });

  it('of a picture in which nothing can be seen says that, and not what the person should do', () => {
    const view = new LiveView();
    const none = {
      person: 'none',
      readiness: { ...READY, wholeBody: false, baseline: 0 },
    } as const;
    for (const trouble of ['dark', 'covered', 'frozen'] as const) {
      for (const t of [0, 0.4, 0.8]) view.take(state(t, { ...none, trouble }));
      expect(view.notice).toBe(trouble);
    }
    for (const t of [2, 2.4, 2.8]) view.take(state(t, none));
    expect(view.notice).toBe('nobody');
  });

  it('keeps a verdict until the next lift begins, also while putting down', () => {
    const view = new LiveView();
    view.take(state(1, { phase: 'holding', lifts: [LIFT], spoken: 0 }));
    for (const [t, phase] of [
      [2, 'lowering'],
      [3, 'returning'],
      [4, 'standing'],
    ] as const) {
      view.take(state(t, { phase, lifts: [LIFT] }));
      expect(view.shown).toBe(0);
    }
    view.take(state(5, { phase: 'reaching', lifts: [LIFT] }));
    expect(view.shown).toBeNull();
  });

  it('shows a verdict that was looked at again, and says nothing', () => {
    const view = new LiveView();
    view.refine([LIFT]);
    expect(view.snapshot).toBeNull();
    view.take(state(1, { phase: 'holding', lifts: [LIFT], spoken: 0 }));
    const refined = { lookedAgain: true } as typeof LIFT;
    view.refine([refined]);
    expect(view.shown).toBe(0);
    expect(view.snapshot?.lifts[0]).toBe(refined);
    expect(view.take(state(1.1, { phase: 'holding', lifts: [refined] })).spoken).toBeNull();
  });

  it('does not flicker for one lost frame', () => {
    const view = new LiveView();
    view.take(state(0));
    view.take(state(0.1, { person: 'none' }));
    view.take(state(0.2));
    expect(view.notice).toBeNull();
    view.take(state(1, { person: 'none' }));
    view.take(state(1.8, { person: 'none' }));
    expect(view.notice).toBe('nobody');
  });

  it('changes no line during a lift, except when somebody else stepped in', () => {
    const view = new LiveView();
    view.take(state(0));
    const cut = { ...READY, wholeBody: false };
    view.take(state(1, { phase: 'rising', readiness: cut }));
    view.take(state(2, { phase: 'rising', readiness: cut }));
    expect(view.notice).toBeNull();
    view.take(state(3, { phase: 'rising', person: 'other' }));
    view.take(state(4, { phase: 'rising', person: 'other' }));
    expect(view.notice).toBe('other');
  });

  it('lets no text change during a lift, while the pictures move on', () => {
    const view = new LiveView();
    const motion = (timeS: number) => ({ timeS }) as unknown as NonNullable<LiveState['motion']>;
    view.take(state(1, { motion: motion(1) }));
    const before = view.snapshot;
    for (const [t, phase] of [
      [2, 'reaching'],
      [3, 'rising'],
      [4, 'lowering'],
      [5, 'returning'],
    ] as const) {
      view.take(state(t, { phase, motion: motion(t), readiness: { ...READY, view: 'side' } }));
      expect(view.snapshot).toBe(before);
      expect(view.readiness?.view).toBe('oblique');
      expect(view.motion?.timeS).toBe(t);
      expect(view.lifting).toBe(true);
    }
    view.take(state(6, { motion: motion(6) }));
    expect(view.snapshot?.motion?.timeS).toBe(6);
  });

  it('measures how many poses a second come, and tells when they are too few for long', () => {
    const view = new LiveView();
    const watch = (fromS: number, toS: number, rate: number, over: Partial<LiveState> = {}) => {
      for (let t = fromS; t < toS; t += 1 / rate) view.take(state(t, over));
    };
    watch(0, 4, 12);
    expect(view.rate).toBeCloseTo(12, 0);
    watch(4, 8, 5);
    expect(view.slow).toBe(false);
    watch(8, 14, 5);
    expect(view.rate).toBeCloseTo(5, 0);
    expect(view.slow).toBe(true);
    watch(14, 19, 12, { phase: 'rising' });
    expect(view.slow, 'not during a lift').toBe(true);
    watch(19, 21, 12);
    expect(view.slow).toBe(false);
    view.restart();
    expect(view.rate).toBeNull();
  });

  it('writes at most ten times a second, but a verdict at once', () => {
    const view = new LiveView();
    view.take(state(1));
    const first = view.snapshot;
    view.take(state(1.04));
    expect(view.snapshot).toBe(first);
    view.take(state(1.06, { lifts: [LIFT], spoken: 0 }));
    expect(view.snapshot).not.toBe(first);
  });
});
