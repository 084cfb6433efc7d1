import { describe, expect, it, vi } from 'vitest';
import { stoodBefore, thinned, unevenlyThinned } from '../../../bench/accuracy/thinned-poses';
import type { PoseFrame } from '../../../src/core/pose/pose';
import type { Check, LiftVerdict } from '../../../src/core/scoring/check';
import type { Analysis } from '../../../src/core/session/analysis';
import { Random } from '../../../training/random';
import { analysed, savedPoses, type RecordingName } from '../core/recordings';

// Whole recordings are gone through, on a machine that is busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const LIFTED = ['good-lift', 'bent-back', 'twist', 'three-lifts'] as const;
const MODES = ['recording', 'live'] as const;
type Mode = (typeof MODES)[number];
const STARTS = [0, 0.25, 0.5, 0.75];

function judgedAt(name: RecordingName, frames: readonly PoseFrame[], mode: Mode): Analysis {
  // Live, a person stands before lifting; the clips begin at once.
  const seen = mode === 'live' ? stoodBefore(frames, 10) : [...frames];
  return analysed({ ...savedPoses(name), mode, frames: seen });
}

const SIDES: Partial<Record<Check['state'], string>> = { ok: 'not', watch: 'not', flagged: 'is' };
/** Two states that cannot both be true of the same lift. */
const contradict = (a: Check, b: Check): boolean =>
  SIDES[a.state] !== undefined && SIDES[b.state] !== undefined && SIDES[a.state] !== SIDES[b.state];

/** All checks of a lift found at a lower rate beside those of the same lift at the full one. */
function beside(lifts: readonly LiftVerdict[], full: readonly LiftVerdict[]): [Check, Check][] {
  return lifts.flatMap((lift) => {
    const same = full.find(({ graspS }) => graspS > lift.startS && graspS < lift.endS);
    if (same === undefined) return [];
    return lift.checks.flatMap((check): [Check, Check][] => {
      const other = same.checks.find(({ id, phase }) => id === check.id && phase === check.phase);
      return other === undefined ? [] : [[check, other]];
    });
  });
}

describe.each(MODES)('real poses, thinned: %s', (mode) => {
  it.each(LIFTED)('%s at 7 and 5 a second: no verdict against that of all poses', (name) => {
    const { frames } = savedPoses(name);
    const full = judgedAt(name, frames, 'recording').lifts;
    let judged = 0;
    for (const rate of [7, 5])
      for (const start of STARTS)
        for (const few of [
          thinned(frames, rate, start),
          unevenlyThinned(frames, rate, start, new Random(rate + start)),
        ]) {
          const shift = mode === 'live' ? few[0]!.timeS - 2.5 : 0;
          const lifts = judgedAt(name, few, mode).lifts.map((lift) => ({
            ...lift,
            startS: lift.startS + shift,
            endS: lift.endS + shift,
          }));
          for (const [check, other] of beside(lifts, full)) {
            expect(contradict(check, other), `${rate}+${start}: ${check.reason}`).toBe(false);
            if (check.value !== null && check.id !== 'straight-legs') judged++;
          }
        }
    expect(judged).toBeGreaterThan(20);
  });

  it.each(LIFTED)(
    '%s at 3 a second: whatever is found is not judged, and it is said why',
    (name) => {
      const { frames } = savedPoses(name);
      for (const start of STARTS)
        for (const lift of judgedAt(name, thinned(frames, 3, start), mode).lifts) {
          for (const { phase, notJudged } of lift.checks)
            if (phase === 'lift') expect(notJudged).toBe('rate-too-low');
          expect(lift).toMatchObject({ score: null, headline: { kind: 'not-judged' } });
        }
    },
  );
});

it('lifts are still found at 3 a second, so that there is something not to judge', () => {
  const found = LIFTED.flatMap(
    (name) => judgedAt(name, thinned(savedPoses(name).frames, 3), 'live').lifts,
  );
  expect(found.length).toBeGreaterThan(0);
});

it('speed is not judged at 5 a second, and it is said why', () => {
  const { lifts } = judgedAt('bent-back', thinned(savedPoses('bent-back').frames, 5), 'recording');
  const said = lifts.flatMap(({ checks }) => checks.filter(({ id }) => id === 'sudden'));
  expect(said.length).toBeGreaterThan(0);
  for (const { notJudged } of said) expect(notJudged).toBe('rate-too-low');
});
