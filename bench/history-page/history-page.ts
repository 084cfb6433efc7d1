import type { LiftRecord } from '../../src/core/records/lift-record';
import type { TrackRecord } from '../../src/core/records/track-record';
import { CHECK_IDS, type CheckState } from '../../src/core/scoring/check';
import { openDexieStore } from '../../src/store/dexie-store';
import { aLift, aPerson, aSession, aTrack, aVerdict, NOON } from '../../tests/fixtures/kept';

/** Lifts in one session, sessions at different times, tracks of a size as packed ones have. */
const LIFTS_A_SESSION = 20;
const PEOPLE = 50;
const TASKS = ['boxes', 'bags', 'crates', 'tyres'];
const TRACK_BYTES = 15_000;
const SESSIONS_AT_ONCE = 100;
const HOUR = 3_600_000;

const STATES: CheckState[] = ['ok', 'ok', 'watch', 'flagged', 'not-judged'];

function liftOf(session: number, index: number): LiftRecord {
  const states = Object.fromEntries(
    CHECK_IDS.map((id, k) => [id, STATES[(session * 7 + index * 3 + k) % STATES.length]!]),
  );
  return aLift(`l${session}-${index}`, `s${session}`, {
    index,
    startedMs: NOON + session * HOUR + index * 30_000,
    verdict: aVerdict(states, (session * 13 + index * 5) % 101),
  });
}

/** Fills the database. @param tracks how many of the newest lifts get their poses */
async function fill(lifts: number, tracks: number): Promise<void> {
  const store = openDexieStore('bench');
  const sessions = lifts / LIFTS_A_SESSION;
  for (let p = 0; p < PEOPLE; p++) await store.savePerson(aPerson(`p${p}`, `Person ${p}`));
  for (let from = 0; from < sessions; from += SESSIONS_AT_ONCE) {
    const part = Array.from(
      { length: Math.min(SESSIONS_AT_ONCE, sessions - from) },
      (_, i) => from + i,
    );
    const own = part.flatMap((session) =>
      Array.from({ length: LIFTS_A_SESSION }, (_, i) => liftOf(session, i)),
    );
    const withTrack = (lift: LiftRecord, i: number): TrackRecord[] => {
      const place = from * LIFTS_A_SESSION + i;
      if (place < lifts - tracks) return [];
      const track = aTrack(lift.id, TRACK_BYTES);
      crypto.getRandomValues(track.packed);
      return [track];
    };
    const done = await store.importRecords({
      people: [],
      sessions: part.map((session) =>
        aSession(`s${session}`, {
          startedMs: NOON + session * HOUR,
          personId: `p${session % PEOPLE}`,
          task: TASKS[session % TASKS.length]!,
        }),
      ),
      lifts: own,
      tracks: own.flatMap(withTrack),
      amendments: [],
      rescores: [],
      trainings: [],
    });
    if (!done.ok) throw new Error(`${done.error.kind}: ${done.error.detail}`);
  }
  store.close();
}

/** What a person waits for, in milliseconds, each with a store that was just opened. */
async function ask(lifts: number) {
  const timed = async (work: (store: ReturnType<typeof openDexieStore>) => Promise<boolean>) => {
    const store = openDexieStore('bench');
    const begin = performance.now();
    const right = await work(store);
    const ms = performance.now() - begin;
    store.close();
    if (!right) throw new Error('the store gave another answer');
    return ms;
  };
  const last = lifts / LIFTS_A_SESSION - 1;
  return {
    // All that the history asks when it opens, at once as it does.
    firstRows: await timed(async (store) => {
      const [page, found, people, tasks, days] = await Promise.all([
        store.lifts({}, { after: null, limit: 60 }),
        store.count({}),
        store.people(),
        store.tasks(),
        store.days({}),
      ]);
      return (
        page.ok &&
        page.value.rows.length === 60 &&
        found.ok &&
        found.value === lifts &&
        people.ok &&
        tasks.ok &&
        days.ok
      );
    }),
    byPerson: await timed(async (store) => {
      const query = { personId: `p${last % PEOPLE}` };
      const page = await store.lifts(query, { after: null, limit: 50 });
      const count = await store.count(query);
      const all = lifts / PEOPLE;
      return (
        page.ok && page.value.rows.length === Math.min(50, all) && count.ok && count.value === all
      );
    }),
    byName: await timed(async (store) => {
      const page = await store.lifts({ text: 'person 33' }, { after: null, limit: 50 });
      return page.ok && page.value.rows.length === Math.min(50, lifts / PEOPLE);
    }),
    nothingFound: await timed(async (store) => {
      const page = await store.lifts({ text: 'nobody said this' }, { after: null, limit: 50 });
      return page.ok && page.value.rows.length === 0;
    }),
    oneLift: await timed(async (store) => {
      const kept = await store.lift(`l${last}-3`);
      return kept.ok && kept.value?.track?.packed.length === TRACK_BYTES;
    }),
    trends: await timed(async (store) => {
      const days = await store.days({});
      return days.ok && days.value.reduce((sum, day) => sum + day.lifts, 0) === lifts;
    }),
  };
}

Object.assign(globalThis, {
  fillHistory: fill,
  askHistory: ask,
  usedBytes: async () => (await navigator.storage.estimate()).usage ?? 0,
});
