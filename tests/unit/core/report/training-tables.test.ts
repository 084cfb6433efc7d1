import { csvParse } from 'd3-dsv';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { pairedChange } from '../../../../src/core/coaching/paired-change';
import { noteConsent } from '../../../../src/core/course/course';
import { TRAINING_COLUMNS, trainingTable } from '../../../../src/core/report/training-tables';
import type { LiftVerdict } from '../../../../src/core/scoring/check';
import { SCORED_CHECKS } from '../../../../src/core/scoring/rules';
import { aVerdict, NOON } from '../../../fixtures/kept';
import { aStrain, aTrainingOf, aTurn } from '../../../fixtures/training';

/** Lifts with these reaches in metres, each ± 5 cm. */
const reaches = (...values: number[]): LiftVerdict[] =>
  values.map((value) => {
    const verdict = aVerdict(value > 0.63 ? { 'far-load': 'flagged' } : {});
    for (const check of verdict.checks)
      if (check.id === 'far-load') Object.assign(check, { value, error: 0.05 });
    return verdict;
  });
const sessions: Record<string, LiftVerdict[]> = {
  'ann-0': reaches(0.9, 0.9, 0.9),
  'ann-1': reaches(0.7, 0.7123456, 0.69),
  'ann-2': reaches(0.3, 0.31, 0.32),
  'bo-1': reaches(0.5),
};
const verdictsOf = (id: string): LiftVerdict[] => sessions[id] ?? [];
const whole = aTrainingOf('t', {
  ann: [
    aTurn('baseline', 'ann-0', { redone: true, strain: aStrain() }),
    aTurn('baseline', 'ann-1', { strain: aStrain({ longestHold: null, hardestHold: null }) }),
    aTurn('retest', 'ann-2'),
  ],
  refuser: [],
  bo: [aTurn('baseline', 'bo-1')],
});
const refused = noteConsent(whole, 'refuser', false, NOON);
const training = {
  ...refused,
  roster: refused.roster.map((one) => (one.id === 'ann' ? { ...one, name: '=ANN+1' } : one)),
};
const rowsOf = (csv: string) => csvParse(csv.slice(1));
const tableRows = () => rowsOf(trainingTable(training, verdictsOf));
const reachOf = (person: string) =>
  tableRows().find((row) => row.person === person && row.check === 'far-load')!;

describe('the table of a training', () => {
  it('has one row a person and scored check, of those who lifted', () => {
    const rows = tableRows();
    expect(rows.columns).toEqual(TRAINING_COLUMNS);
    expect(rows.map(({ number, person, check }) => `${number} ${person} ${check}`)).toEqual([
      ...SCORED_CHECKS.map((check) => `1 '=ANN+1 ${check}`),
      ...SCORED_CHECKS.map((check) => `3 BO ${check}`),
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/refuser/i);
  });

  it('says of each what it was, what it is, and what changed, as the change of a person does', () => {
    const change = pairedChange(sessions['ann-1']!, sessions['ann-2']!).find(
      ({ id }) => id === 'far-load',
    )!;
    const row = reachOf("'=ANN+1");
    expect(row).toMatchObject({
      ...{ training_id: 't', programme_id: 't', started_utc: '2026-11-20T12:00:00.000Z' },
      ...{ site: 'Hall 2', trainer: 'T.', task: 'floor-to-waist', what: 'crates', mass_kg: '8' },
      ...{ station: 'baseline', unit: 'm', way: 'less' },
      ...{ baseline_mean: '0.701', baseline_judged_lifts: '3', baseline_flagged_lifts: '3' },
      ...{ retest_mean: '0.31', retest_judged_lifts: '3', retest_flagged_lifts: '0' },
    });
    expect(Number(row.change)).toBeCloseTo(change.change!.difference, 3);
    expect(Number(row.change_error)).toBeCloseTo(change.change!.error, 3);
    expect(Number(row.baseline_error)).toBeCloseTo(change.before.mean!.error, 3);
  });

  it('leaves open what is not known, and counts no lift that there was not', () => {
    expect(reachOf('BO')).toMatchObject({
      ...{ baseline_mean: '0.5', baseline_judged_lifts: '1' },
      ...{ retest_mean: '', retest_error: '', retest_judged_lifts: '0', retest_flagged_lifts: '0' },
      ...{ change: '', change_error: '', way: '' },
      ...{ strain_watched_s: '', strain_lifts: '', strain_lifts_per_minute: '' },
    });
  });

  it('has the slow strain of all turns of a person, done again or not', () => {
    for (const row of tableRows().filter(({ number }) => number === '1'))
      expect(row).toMatchObject({
        ...{ strain_watched_s: '120', strain_judged_s: '100', strain_beyond_20_s: '40' },
        ...{ strain_beyond_20_least_s: '38', strain_beyond_20_most_s: '42' },
        ...{ strain_beyond_60_s: '10', strain_longest_hold_s: '4', strain_longest_hold_deg: '45' },
        ...{ strain_longest_hold_error_deg: '5' },
        ...{ strain_lifts: '6', strain_lifts_per_minute: '3' },
      });
  });

  it('names nobody when it is to be without names', () => {
    const without = trainingTable(training, verdictsOf, { anonymous: true });
    expect(without).not.toMatch(/ANN|BO\b/i);
    expect(rowsOf(without).map(({ person }) => person)).toEqual([
      ...SCORED_CHECKS.map(() => '1'),
      ...SCORED_CHECKS.map(() => '3'),
    ]);
  });

  it('is explained column by column', () => {
    const text = readFileSync(new URL('../../../../docs/kept-files.md', import.meta.url), 'utf8');
    const part = text.slice(text.indexOf('of a **training**'));
    for (const column of TRAINING_COLUMNS)
      expect(part).toContain(column.replace(/^(baseline|retest)_/, '…_'));
  });
});
