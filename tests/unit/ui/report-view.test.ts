import { expect, it } from 'vitest';
import type { StoredRecords } from '../../../src/core/records/session-store';
import { reportOf } from '../../../src/ui/report/report-view';
import { keptSession } from '../../fixtures/kept-session';
import { aSession, NOON } from '../../fixtures/kept';
import bentBack from '../../fixtures/poses/bent-back.json';
import goodLift from '../../fixtures/poses/good-lift.json';
import { lifters } from '../core/recordings';

const kept = (): StoredRecords => keptSession('s', [goodLift, bentBack], lifters);

it('counts by check, finds the hardest lift and names who lifted', () => {
  const report = reportOf(kept())!;
  expect(report.people).toEqual(['Ada']);
  expect(report.hardest?.reported.lift.id).toBe('s-1');
  expect(report.hardest?.track?.liftId).toBe('s-1');
  const bend = report.checks.find(({ id }) => id === 'bent-back')!;
  expect(bend).toMatchObject({ flagged: 1, judged: 2, unjudged: 0 });
  expect(bend.worst?.value).toBeGreaterThan(60);
});

it('leaves out what is no lift, and follows amendments', () => {
  const records = kept();
  const said = { v: 1 as const, sessionId: 's', atMs: NOON };
  records.amendments = [
    { ...said, id: 'a', liftId: 's-1', amendment: { kind: 'not-a-lift' } },
    { ...said, id: 'b', liftId: 's-0', amendment: { kind: 'person', personId: 'ben' } },
  ];
  const report = reportOf(records)!;
  expect(report.lifts.map(({ lift }) => lift.id)).toEqual(['s-0']);
  expect(report.people).toEqual(['Ben']);
  expect(report.checks.find(({ id }) => id === 'bent-back')?.flagged).toBe(0);
});

it('tells the newest verdict of a lift', () => {
  const records = kept();
  const [first, second] = records.lifts;
  const { verdict } = first!;
  const again = { v: 1 as const, id: 'r', liftId: second!.id, sessionId: 's', atMs: NOON };
  records.rescores = [{ ...again, rules: '2099.1.1', lifter: 'next', verdict }];
  const report = reportOf(records)!;
  expect(report.lifts[1]).toMatchObject({ rules: '2099.1.1', verdict });
  expect(report.checks.find(({ id }) => id === 'bent-back')?.flagged).toBe(0);
});

it('knows a session without lifts, and none', () => {
  const empty = { people: [], lifts: [], tracks: [], amendments: [], rescores: [], trainings: [] };
  expect(reportOf({ ...empty, sessions: [aSession('s')] })).toMatchObject({
    lifts: [],
    hardest: null,
  });
  expect(reportOf({ ...empty, sessions: [] })).toBeNull();
});
