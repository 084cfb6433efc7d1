import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { chooseCoaching, type Coaching } from '../../../../src/core/coaching/coaching';
import { CUE_IDS, CUES, type CueId } from '../../../../src/core/coaching/cue-list';
import type { CheckId, CheckState, LiftVerdict } from '../../../../src/core/scoring/check';
import { arbitraryVerdict, liftWith, verdictWith } from './arbitrary-verdict';

// Hundreds of lifts each, on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 30_000 });

const told = fc.array(fc.constantFrom(...CUE_IDS), { maxLength: 6 });
const before = fc.array(arbitraryVerdict, { maxLength: 4 });
const ORDER: CheckId[] = ['far-load', 'twist', 'sudden', 'bent-back'];

const hasState = ({ checks }: LiftVerdict, id: CheckId, ...states: CheckState[]): boolean =>
  checks.some((check) => check.id === id && states.includes(check.state));

/** Coaches these lifts one after the other, as a training does. */
function coached(lifts: readonly LiftVerdict[], first: readonly CueId[] = []): Coaching[] {
  const cues = [...first];
  return lifts.map((lift, i) => {
    const coaching = chooseCoaching(lift, cues, lifts.slice(0, i));
    if (coaching.kind === 'cue') cues.push(coaching.cue);
    return coaching;
  });
}
const cuesOf = (all: readonly Coaching[]): (CueId | null)[] =>
  all.map((one) => (one.kind === 'cue' ? one.cue : null));

describe('the cue after a lift', () => {
  it('CUE-1: never without a fault that was judged', () => {
    fc.assert(
      fc.property(arbitraryVerdict, told, before, (verdict, cues, lifts) => {
        const coaching = chooseCoaching(verdict, cues, lifts);
        if (coaching.kind !== 'cue') return;
        const { cue, check } = coaching;
        expect(verdict.checks).toContain(check);
        expect(CUES[cue].check).toBe(check.id);
        expect(check.notJudged).toBeNull();
        expect(check.value).not.toBeNull();
        const isFault = ORDER.includes(check.id)
          ? ['flagged', 'borderline'].includes(check.state)
          : check.state === 'watch';
        expect(isFault).toBe(true);
      }),
      { numRuns: 400 },
    );
  });

  it('CUE-1: none at all when nothing was judged', () => {
    fc.assert(
      fc.property(arbitraryVerdict, told, before, ({ checks }, cues, lifts) => {
        const unseen = checks.map((check) => ({
          ...check,
          value: null,
          error: null,
          atS: null,
          state: 'not-judged' as const,
          notJudged: check.notJudged ?? ('too-uncertain' as const),
        }));
        expect(chooseCoaching(verdictWith(unseen), cues, lifts).kind).toBe('view');
      }),
    );
  });

  it('CUE-2: highest priority first, the certain before the uncertain', () => {
    fc.assert(
      fc.property(arbitraryVerdict, told, before, (verdict, cues, lifts) => {
        const coaching = chooseCoaching(verdict, cues, lifts);
        const flagged = ORDER.find((id) => hasState(verdict, id, 'flagged'));
        const first = flagged ?? ORDER.find((id) => hasState(verdict, id, 'borderline'));
        if (coaching.kind === 'praise' && coaching.changed !== null) {
          // CUE-5: only a fault that weighs less, or its own rest, may wait for the next lift.
          const rank = ORDER.indexOf(coaching.changed);
          for (const id of ORDER.slice(0, rank))
            expect(hasState(verdict, id, 'flagged', 'borderline')).toBe(false);
        } else if (first === undefined) {
          if (coaching.kind === 'cue') expect(coaching.cue).toBe('open-your-chest');
        } else {
          expect(coaching.kind).toBe('cue');
          if (coaching.kind !== 'cue') return;
          // CUE-4: knees are a way out of a far bend that is the only fault.
          if (coaching.cue === 'soften-your-knees') {
            expect(first).toBe('bent-back');
            expect(flagged).toBe('bent-back');
            expect(ORDER.filter((id) => hasState(verdict, id, 'flagged', 'borderline'))).toEqual([
              'bent-back',
            ]);
            expect(new Set(cues.slice(-2))).toEqual(new Set(['go-down-with-it', 'start-higher']));
          } else expect(coaching.check.id).toBe(first);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('CUE-3: never the same three times running, whatever the lifts', () => {
    fc.assert(
      fc.property(
        fc.array(arbitraryVerdict, { minLength: 3, maxLength: 12 }),
        told,
        (lifts, first) => {
          const since = cuesOf(coached(lifts, first)).filter((cue) => cue !== null);
          const last = first.slice(-2);
          const all = [...last, ...since];
          for (let i = 2; i < all.length; i++)
            expect(all[i] === all[i - 1] && all[i] === all[i - 2]).toBe(false);
        },
      ),
      { numRuns: 150 },
    );
    // The same lift over and over is where it matters.
    fc.assert(
      fc.property(arbitraryVerdict, (lift) => {
        const all = cuesOf(coached(Array.from({ length: 9 }, () => lift))).filter(
          (c) => c !== null,
        );
        for (let i = 2; i < all.length; i++)
          expect(all[i] === all[i - 1] && all[i] === all[i - 2]).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('CUE-3: the third time the other cue of the same check', () => {
    const far = liftWith({ 'far-load': [0.8, 0.05], twist: [50, 9] });
    expect(cuesOf(coached([far, far, far, far, far, far]))).toEqual([
      'step-closer',
      'step-closer',
      'pull-it-in',
      'step-closer',
      'step-closer',
      'pull-it-in',
    ]);
  });

  it('CUE-1: what is too close to call is cued when nothing is flagged, and after what is', () => {
    const close = liftWith({ 'far-load': [0.6, 0.06] });
    expect(chooseCoaching(close, [], [])).toMatchObject({ kind: 'cue', cue: 'step-closer' });
    const both = liftWith({ 'far-load': [0.6, 0.06], 'bent-back': [80, 6] });
    expect(chooseCoaching(both, [], [])).toMatchObject({ kind: 'cue', cue: 'go-down-with-it' });
  });

  it('CUE-1: watch is no fault', () => {
    const watched = liftWith({ 'bent-back': [45, 5], twist: [20, 6], 'far-load': [0.5, 0.05] });
    expect(chooseCoaching(watched, [], [])).toEqual({ kind: 'praise', changed: null });
  });

  it('CUE-4: knees are the last way out of a bend, never beside anything else', () => {
    const straight = liftWith({ 'bent-back': [90, 6], 'straight-legs': [12, 6] }, 'lift', [
      'straight-legs',
    ]);
    const cues = cuesOf(coached(Array.from({ length: 5 }, () => straight)));
    expect(cues).toEqual([
      'go-down-with-it',
      'go-down-with-it',
      'start-higher',
      'soften-your-knees',
      'go-down-with-it',
    ]);
    const twisted = liftWith(
      { 'bent-back': [90, 6], twist: [50, 8], 'straight-legs': [12, 6] },
      'lift',
      ['straight-legs'],
    );
    expect(chooseCoaching(twisted, ['go-down-with-it', 'start-higher'], [twisted])).toMatchObject({
      cue: 'turn-your-feet',
    });
  });

  it('CUE-4: a rounded back is spoken of when nothing else is, and twice at most', () => {
    const round = liftWith({}, 'lift', ['rounded-back']);
    const all = coached([round, round, round]);
    expect(cuesOf(all)).toEqual(['open-your-chest', 'open-your-chest', null]);
    expect(all[2]).toEqual({ kind: 'praise', changed: null });
    const bent = liftWith({ 'bent-back': [80, 6] }, 'lift', ['rounded-back']);
    expect(chooseCoaching(bent, [], [])).toMatchObject({ cue: 'go-down-with-it' });
  });
});

describe('praise', () => {
  it('CUE-5: only for a fault that was told, judged both times, and less beyond both errors', () => {
    const bend = fc.record({
      value: fc.double({ min: 20, max: 110, noNaN: true }),
      error: fc.double({ min: 1, max: 10, noNaN: true }),
    });
    const lastCue = fc.constantFrom<CueId[]>('go-down-with-it', 'start-higher', 'step-closer');
    const count = { praised: 0, not: 0 };
    fc.assert(
      fc.property(bend, bend, lastCue, (was, now, last) => {
        const lift = ({ value, error }: typeof was) => liftWith({ 'bent-back': [value, error] });
        const earlier = lift(was);
        const coaching = chooseCoaching(lift(now), [last], [earlier]);
        const isPraised = coaching.kind === 'praise' && coaching.changed === 'bent-back';
        const isDue =
          CUES[last].check === 'bent-back' &&
          was.value + was.error > 60.001 &&
          was.value - now.value > Math.hypot(was.error, now.error) + 0.002;
        const isNear =
          Math.abs(was.value + was.error - 60) < 0.002 ||
          Math.abs(was.value - now.value - Math.hypot(was.error, now.error)) < 0.004;
        count[isPraised ? 'praised' : 'not']++;
        // Values are kept to thousandths, so exactly on the edge either may be.
        if (!isNear) expect(isPraised).toBe(isDue);
      }),
      { numRuns: 400 },
    );
    expect(Math.min(count.praised, count.not)).toBeGreaterThan(20);
  });

  it('CUE-5: in any lift, the check that was praised is the one that was told, and it is judged', () => {
    fc.assert(
      fc.property(arbitraryVerdict, told, before, (verdict, cues, lifts) => {
        const coaching = chooseCoaching(verdict, cues, lifts);
        if (coaching.kind !== 'praise' || coaching.changed === null) return;
        expect(CUES[cues.at(-1)!].check).toBe(coaching.changed);
        expect(hasState(verdict, coaching.changed, 'ok', 'watch', 'borderline', 'flagged')).toBe(
          true,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('CUE-5: once for each change, then the next fault', () => {
    const far = liftWith({ 'far-load': [0.9, 0.05], 'bent-back': [90, 6] });
    const near = liftWith({ 'far-load': [0.4, 0.05], 'bent-back': [90, 6] });
    const all = coached([far, near, near]);
    expect(all.map(({ kind }) => kind)).toEqual(['cue', 'praise', 'cue']);
    expect(all[1]).toEqual({ kind: 'praise', changed: 'far-load' });
    expect(all[2]).toMatchObject({ cue: 'go-down-with-it' });
  });

  it('CUE-5: less far, but within the error: the cue goes on', () => {
    const all = coached([
      liftWith({ 'bent-back': [70, 6] }),
      liftWith({ 'bent-back': [64, 6] }), // borderline now, which is no change that can be told
    ]);
    expect(cuesOf(all)).toEqual(['go-down-with-it', 'go-down-with-it']);
  });

  it('CUE-5: a fault that weighs more goes first; not judged is no change', () => {
    const bent = liftWith({ 'bent-back': [90, 6] });
    const reached = liftWith({ 'bent-back': [30, 6], 'far-load': [0.9, 0.05] });
    expect(cuesOf(coached([bent, reached]))[1]).toBe('step-closer');
    const unseen = liftWith({ 'bent-back': null });
    expect(coached([bent, unseen])[1]).toMatchObject({ kind: 'view', check: { id: 'bent-back' } });
    // Judged again two lifts later: now it can be told.
    const upright = liftWith({ 'bent-back': [30, 6] });
    expect(coached([bent, unseen, upright])[2]).toEqual({ kind: 'praise', changed: 'bent-back' });
  });

  it('CUE-5: less by just both errors together is no change; by a little more it is', () => {
    const was = liftWith({ 'bent-back': [80, 3] });
    const now = (value: number) =>
      chooseCoaching(liftWith({ 'bent-back': [value, 4] }), ['start-higher'], [was]);
    // The root of 3² + 4² is 5.
    expect(now(75)).toMatchObject({ kind: 'cue' });
    expect(now(74.9)).toEqual({ kind: 'praise', changed: 'bent-back' });
  });

  it('CUE-5: not while the same check is a fault in the other phase', () => {
    const both = (lift: number, lower: number) =>
      verdictWith([
        ...liftWith({ twist: [lift, 8] }).checks,
        ...liftWith({ twist: [lower, 9] }, 'lower').checks,
      ]);
    const praised = (lower: number) =>
      chooseCoaching(both(5, lower), ['turn-your-feet'], [both(60, 5)]);
    expect(praised(60)).toMatchObject({ kind: 'cue', cue: 'turn-your-feet' });
    expect(praised(5)).toEqual({ kind: 'praise', changed: 'twist' });
  });

  it('CUE-5: compares like with like: lifting is no measure of putting down', () => {
    const turnedAtTable = verdictWith([
      ...liftWith({ twist: [5, 8] }).checks,
      ...liftWith({ twist: [60, 9] }, 'lower').checks,
    ]);
    const risen = liftWith({ twist: [5, 8] });
    expect(coached([turnedAtTable, risen])[1]).toEqual({ kind: 'praise', changed: null });
    const better = verdictWith([...risen.checks, ...liftWith({ twist: [10, 9] }, 'lower').checks]);
    expect(chooseCoaching(better, ['turn-your-feet'], [turnedAtTable])).toEqual({
      kind: 'praise',
      changed: 'twist',
    });
  });
});

describe('a lift that the view cannot judge', () => {
  it('CUE-6: says so, and still cues what it saw', () => {
    const unseen = liftWith({ twist: null });
    expect(chooseCoaching(unseen, [], [])).toMatchObject({
      kind: 'view',
      check: { id: 'twist', notJudged: 'too-uncertain' },
    });
    const far = liftWith({ twist: null, 'far-load': [0.9, 0.05] });
    expect(chooseCoaching(far, [], [])).toMatchObject({ kind: 'cue', cue: 'step-closer' });
  });
});
