import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noAnswers, withAnswer, type AnswerPath } from '../../../../src/core/job/job-answers';
import { jobSheet } from '../../../../src/core/job/job-sheet';
import type { SheetResult } from '../../../../src/core/job/sheet';
import { POSTURE_ANGLES, type JobAnswers } from '../../../../src/core/records/job-record';

type Value = string | number | boolean | JobAnswers['spells'];
const answersOf = (said: Partial<Record<AnswerPath, Value>>): JobAnswers =>
  Object.entries(said).reduce(
    (all, [path, value]) => withAnswer(all, path as AnswerPath, value),
    noAnswers(),
  );
const TASK: Partial<Record<AnswerPath, Value>> = {
  massKg: 12,
  coupling: 'fair',
  control: false,
  perMinute: 1,
  spells: [{ workMin: 50, recoveryMin: null }],
  'origin.horizontalCm': 40,
  'origin.verticalCm': 75,
  'origin.asymmetryDeg': 0,
  'destination.verticalCm': 100,
};
const byHand = (said: Partial<Record<AnswerPath, Value>>) =>
  jobSheet({ measured: null, answers: answersOf(said) });
const valueOf = (results: readonly SheetResult[], name: SheetResult['name']) =>
  results.find((one) => one.name === name)?.value;
const POSTURE = Object.fromEntries(
  POSTURE_ANGLES.map((name) => [`posture.angles.${name}`, 0]),
) as Partial<Record<AnswerPath, Value>>;

describe('a job by hand (JOB-1)', () => {
  test('NIOSH asks for what it needs, and tells when it is there (JOB-6)', () => {
    const nothing = byHand({}).niosh;
    expect(nothing.state).toBe('asked');
    expect(nothing.asked).toContain('coupling');
    const { niosh } = byHand(TASK);
    expect(niosh).toMatchObject({ state: 'told', asked: [], verified: true });
    // 23 · 25/40 · 1 · 1 · 1 · 0.94 (1 a minute, short) · 1.00 (fair, 75 cm)
    expect(valueOf(niosh.results, 'rwl-origin')).toBeCloseTo(23 * (25 / 40) * 0.94, 6);
    expect(valueOf(niosh.results, 'li')).toBeCloseTo(12 / (23 * (25 / 40) * 0.94), 6);
  });

  test('D stands for the height of the destination where no control is needed there', () => {
    const travelled = { ...TASK, travelCm: 25 };
    delete travelled['destination.verticalCm'];
    expect(valueOf(byHand(travelled).niosh.results, 'li')).toBeCloseTo(
      valueOf(byHand(TASK).niosh.results, 'li') as number,
      9,
    );
    expect(byHand({ ...travelled, control: true }).niosh.asked).toContain('destination.verticalCm');
  });

  test('whoever is refused gets no result, but the reason (JOB-5)', () => {
    for (const [said, reason] of [
      [{ 'scope.one-handed': true }, 'one-handed'],
      [{ spells: [{ workMin: 500, recoveryMin: null }] }, 'over-8-hours'],
      [{ 'origin.horizontalCm': 70 }, 'horizontal'],
    ] as const)
      expect(byHand({ ...TASK, ...(said as object) }).niosh).toMatchObject({
        ...{ state: 'refused', refused: [reason], results: [], detail: null },
      });
  });

  test('angles that were entered are a posture for REBA, RULA and OWAS (JOB-7)', () => {
    const upright = byHand({ ...POSTURE, massKg: 2 });
    expect(upright.reba.state).toBe('told');
    expect(valueOf(upright.owas.results, 'total')).toBe(1);
    const bent = byHand({ ...POSTURE, massKg: 2, 'posture.angles.trunkFlexionDeg': 70 });
    for (const method of ['reba', 'rula', 'owas'] as const)
      expect(valueOf(bent[method].results, 'total')).toBeGreaterThan(
        valueOf(upright[method].results, 'total') as number,
      );
    expect(byHand({ massKg: 2 }).reba).toMatchObject({ state: 'asked', results: [] });
  });

  test('MAC, ISO 11226, EN 1005-4 and ACGIH by hand (JOB-8 to JOB-11)', () => {
    const sheet = byHand({
      ...{ ...TASK, ...POSTURE, heldS: 90, hoursPerDay: 1, heightM: 1.75 },
      'mac.grip': 'red',
      'posture.angles.trunkFlexionDeg': 50,
    });
    expect(valueOf(sheet.mac.results, 'colour-grip')).toBe('red');
    expect(valueOf(sheet.mac.results, 'total')).toBeNull();
    expect(sheet.mac.asked).toContain('mac.load-frequency');
    // 240 s at 20° to 60 s at 60°: 105 s at 50°, of which 90 s are more than 80 %.
    expect(valueOf(sheet.iso11226.results, 'hold-limit')).toBe(105);
    expect(valueOf(sheet.iso11226.results, 'hold')).toBe('near-limit');
    expect(valueOf(sheet.en1005.results, 'inclination')).toBe('conditional');
    expect(sheet.acgih.state).toBe('told');
    expect(valueOf(sheet.acgih.results, 'horizontal-zone')).toBe('intermediate');
  });

  test('ISO 11228-1: a range until sex and age are answered (JOB-12)', () => {
    const open = byHand(TASK).iso11228.results.find(({ name }) => name === 'reference-mass');
    expect(open).toMatchObject({ value: null, low: 15, high: 25, why: 'not-asked' });
    const { iso11228 } = byHand({ ...TASK, 'iso.sex': 'woman', 'iso.ageYears': 30 });
    expect(valueOf(iso11228.results, 'reference-mass')).toBe(20);
    expect(valueOf(iso11228.results, 'recommended-limit')).toBeCloseTo(20 * (25 / 40) * 0.94, 6);
  });

  test('LI never falls with mass, reach or asymmetry; no number is ever NaN', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('massKg', 'origin.horizontalCm', 'origin.asymmetryDeg'),
        fc.double({ min: 1, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (path, value, more) => {
          const at = (x: number) => byHand({ ...TASK, ...POSTURE, [path]: x });
          const [less, greater] = [at(value), at(value + more)];
          const li = ({ niosh }: typeof less) =>
            (valueOf(niosh.results, 'li') as number | undefined) ?? Infinity;
          expect(li(greater)).toBeGreaterThanOrEqual(li(less));
          for (const { results } of Object.values(greater) as { results: SheetResult[] }[])
            for (const { value: v, low, high } of results)
              for (const x of [v, low, high]) expect(x).not.toBeNaN();
        },
      ),
      { numRuns: 60 },
    );
  });
});
