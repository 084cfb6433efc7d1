import { describe, expect, it } from 'vitest';
import { ok } from '../../../src/core/errors';
import { MemoryStore } from '../../../src/store/memory-store';
import { stepOf, weeksUntil } from '../../../src/ui/history/day-grid';
import { HistoryList } from '../../../src/ui/history/history-list.svelte';
import { judgeAllAgain, saysOtherwise, type Judge } from '../../../src/ui/history/judge-again';
import { keptFile, readIncoming, tableLifts } from '../../../src/ui/history/kept-files';
import { endRetention, oldestKept } from '../../../src/ui/history/retention';
import { aJob } from '../../fixtures/job';
import { aLift, aPerson, aSession, aTrack, aVerdict, NOON } from '../../fixtures/kept';

const DAY = 86_400_000;

async function store(lifts: number, tracks = false): Promise<MemoryStore> {
  const kept = new MemoryStore();
  await kept.savePerson(aPerson('ann', 'Ann'));
  await kept.saveSession(aSession('s', { personId: 'ann', task: 'boxes' }));
  await kept.saveSession(aSession('t', { startedMs: NOON - 40 * DAY }));
  for (let i = 0; i < lifts; i++) {
    const sessionId = i % 2 === 0 ? 's' : 't';
    const startedMs = NOON + i * 1000 - (i % 2) * 40 * DAY;
    const lift = aLift(`l${i}`, sessionId, { index: i, startedMs, rules: 'old' });
    await kept.saveLift(lift, tracks ? aTrack(lift.id) : null);
  }
  return kept;
}

describe('the list', () => {
  it('narrows, tells how many there are, and goes on to the end', async () => {
    const list = new HistoryList(await store(150));
    await list.load();
    expect([list.rows.length, list.found, list.all, list.hasMore]).toEqual([60, 150, 150, true]);
    await list.more();
    await list.more();
    expect([list.rows.length, list.hasMore]).toEqual([150, false]);
    expect(new Set(list.rows.map(({ liftId }) => liftId)).size).toBe(150);
    await list.narrow({ personId: 'ann' });
    expect([list.found, list.all, list.isNarrowed]).toEqual([75, 150, true]);
    expect(list.days.map(({ lifts }) => lifts)).toEqual([75]);
    await list.narrow({ personId: undefined });
    expect([list.found, list.isNarrowed]).toEqual([150, false]);
  });

  it('lets the answer to an older question go', async () => {
    const list = new HistoryList(await store(4));
    await Promise.all([list.narrow({ personId: 'ann' }), list.narrow({ personId: null })]);
    expect(list.rows.every(({ personId }) => personId === null)).toBe(true);
  });
});

it('marks the lifts of a demo', async () => {
  const kept = await store(4);
  await kept.saveSession(aSession('t', { startedMs: NOON - 40 * DAY, origin: 'demo' }));
  const list = new HistoryList(kept);
  await list.load();
  expect(list.demos).toEqual(['t']);
});

describe('judging again', () => {
  const judged = { rules: 'new', lifter: 'test' };
  const judge: Judge = (lift) =>
    Promise.resolve(
      ok({ ...judged, verdict: aVerdict(lift.index === 4 ? { twist: 'flagged' } : {}) }),
    );
  const wish = (kept: MemoryStore, signal = new AbortController().signal) => ({
    store: kept,
    judge,
    isOfToday: ({ rules }: { rules: string }) => rules === 'new',
    query: {},
    newId: () => crypto.randomUUID(),
    now: () => NOON,
    onProgress: () => undefined,
    signal,
  });
  const valueOf = async <T>(answer: Promise<{ ok: boolean; value?: T }>): Promise<T> =>
    (await answer).value!;

  it('keeps both verdicts, counts what changed, and needs nothing the second time', async () => {
    const kept = await store(50, true);
    await kept.saveLift(aLift('bare', 's', { rules: 'old' }), null);
    const first = await valueOf(judgeAllAgain(wish(kept)));
    expect(first).toEqual({ seen: 51, judged: 50, changed: 1, already: 0, withoutPoses: 1 });
    const lift = await kept.lift('l4');
    if (!lift.ok) throw new Error(lift.error.detail);
    expect(lift.value!.lift.verdict.headline.kind).toBe('good');
    expect(lift.value!.row).toMatchObject({ rules: 'new', state: 'flagged' });
    const second = await valueOf(judgeAllAgain(wish(kept)));
    expect(second).toMatchObject({ judged: 0, already: 50 });
  });

  it('stopped half way, keeps what was judged', async () => {
    const kept = await store(50, true);
    const stop = new AbortController();
    const half = {
      ...wish(kept, stop.signal),
      onProgress: ({ seen }: { seen: number }) => seen === 30 && stop.abort(),
    };
    expect(await valueOf(judgeAllAgain(half))).toMatchObject({ seen: 30, judged: 30 });
    expect(await valueOf(judgeAllAgain(wish(kept)))).toMatchObject({ judged: 20, already: 30 });
  });

  it('a verdict says otherwise when a state or the headline does, not for a degree', () => {
    const moved = aVerdict();
    moved.checks[0]!.value = 41;
    expect(saysOtherwise(aVerdict(), moved)).toBe(false);
    expect(saysOtherwise(aVerdict(), aVerdict({ 'straight-legs': 'watch' }))).toBe(true);
  });
});

describe('files', () => {
  it('a backup read again is known, and brings all of it to an empty store', async () => {
    const kept = await store(20);
    await kept.saveJob(aJob('j', { sessionId: 's' }));
    const records = await kept.records('all');
    if (!records.ok) throw new Error(records.error.detail);
    const file = new File([await keptFile('backup', records.value)], 'all.liftcheck.jsonl');
    const here = await readIncoming(kept, file, () => undefined);
    const elsewhere = await readIncoming(new MemoryStore(), file, () => undefined);
    if (!here.ok || here.value.kind !== 'records') throw new Error('refused');
    if (!elsewhere.ok || elsewhere.value.kind !== 'records') throw new Error('refused');
    expect(here.value.preview).toMatchObject({
      lifts: { all: 20, known: 20 },
      jobs: { all: 1, known: 1 },
    });
    expect(elsewhere.value.preview).toMatchObject({
      sessions: { all: 2, known: 0 },
      jobs: { all: 1, known: 0 },
    });
  });

  it('what is no such file is refused', async () => {
    const answer = await readIncoming(
      new MemoryStore(),
      new File(['{}\n'], 'a.jsonl'),
      () => undefined,
    );
    expect(answer).toMatchObject({ ok: false, error: { kind: 'import-refused' } });
  });

  it('a table holds what the query finds, newest first, with names', async () => {
    const records = await (await store(10)).records('all');
    if (!records.ok) throw new Error(records.error.detail);
    const found = tableLifts(records.value, { personId: 'ann' });
    expect(found.map(({ lift }) => lift.id)).toEqual(['l8', 'l6', 'l4', 'l2', 'l0']);
    expect(found[0]!.personName).toBe('Ann');
  });
});

describe('retention', () => {
  it('counts months of the calendar', () => {
    const at = (text: string) => Date.parse(text);
    expect(oldestKept(at('2026-11-25T10:00:00Z'), 3)).toBe(at('2026-08-25T10:00:00Z'));
    expect(oldestKept(at('2026-05-31T00:00:00Z'), 3)).toBe(at('2026-02-28T00:00:00Z'));
    expect(oldestKept(at('2026-01-15T00:00:00Z'), 24)).toBe(at('2024-01-15T00:00:00Z'));
  });

  it('deletes nothing unless it is wished', async () => {
    const kept = await store(4);
    expect(await endRetention(kept, NOON + 70 * DAY, null)).toBeNull();
    expect(await endRetention(kept, NOON + 70 * DAY, 3)).toEqual(ok(1));
    expect(await kept.count({})).toEqual(ok(2));
  });
});

describe('the days', () => {
  it('end today, in weeks from Monday', () => {
    const weeks = weeksUntil('2026-11-25', 2);
    expect(weeks[0]!.days[0]).toBe('2026-11-16');
    expect(weeks[1]!.days).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      null,
      null,
      null,
      null,
    ]);
  });

  it('no lifts have no square; the busiest day has the largest', () => {
    expect([0, 1, 5, 10].map((lifts) => stepOf(lifts, 10))).toEqual([0, 1, 2, 4]);
  });
});
