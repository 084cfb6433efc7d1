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
