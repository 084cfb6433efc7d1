import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CUE_IDS } from '../../../../src/core/coaching/cue-list';
import * as course from '../../../../src/core/course/course';
import {
  LIFT_STATIONS,
  parseTraining,
  STATIONS,
  type TrainingRecord,
} from '../../../../src/core/records/training-record';
import { anySetup } from '../../../fixtures/any-training';
import { decimal, orNull, text } from '../../../fixtures/any-value';
import { NOON } from '../../../fixtures/kept';
import { aStrain, aTraining } from '../../../fixtures/training';

// Some ten thousand steps are taken; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 60_000 });

/** Ids and names that nothing else in a record contains. */
const IDS = ['id-ann', 'id-bo', 'id-cy'];
const SESSIONS = ['s1', 's2', 's3', 's4', 's5', 's6'];

interface Step {
  name: string;
  /** How turns may be lost. */
  loses: boolean;
  run: (training: TrainingRecord) => TrainingRecord;
}
const step = (name: string, run: Step['run'], loses = false): Step => ({ name, run, loses });

const ids = fc.constantFrom(...IDS, 'id-stranger');
const sessions = fc.constantFrom(...SESSIONS);
const at = fc.nat(1e6).map((ms) => NOON + ms);

const steps: fc.Arbitrary<Step> = fc.oneof(
  fc
    .record({
      id: fc.constantFrom(...IDS),
      name: text(600),
      language: fc.constantFrom(null, 'de'),
      heightM: orNull(decimal(0.5, 2.6)),
    })
    .map((said) =>
      step(`add ${said.id}`, (training) =>
        course.addParticipants(training, [said, { ...said, name: `name-${said.id}` }]),
      ),
    ),
  fc
    .record({ id: ids, name: text(600) })
    .map(({ id, name }) =>
      step(`describe ${id}`, (training) => course.describe(training, id, { name })),
    ),
  fc
    .record({ id: ids, to: fc.integer({ min: -2, max: 5 }) })
    .map(({ id, to }) => step(`move ${id} ${to}`, (training) => course.move(training, id, to))),
  fc
    .record({ id: ids, agreed: fc.constantFrom(true, true, true, false), atMs: at })
    .map(({ id, agreed, atMs }) =>
      step(
        `consent ${id} ${agreed}`,
        (training) => course.noteConsent(training, id, agreed, atMs),
        !agreed,
      ),
    ),
  ids.map((id) => step(`withdraw ${id}`, (training) => course.withdraw(training, id), true)),
  ids.map((id) => step(`skip ${id}`, (training) => course.skip(training, id))),
  ids.map((id) => step(`call ${id}`, (training) => course.callUp(training, id))),
  fc
    .record({ id: ids, station: fc.constantFrom(...STATIONS) })
    .map(({ id, station }) => step(`go ${id} ${station}`, (t) => course.goTo(t, id, station))),
  {
    weight: 6,
    arbitrary: fc
      .record({ id: ids, sessionId: sessions, nowMs: at })
      .map(({ id, sessionId, nowMs }) =>
        step(`begin ${id} ${sessionId}`, (t) => course.beginTurn(t, id, sessionId, nowMs)),
      ),
  },
  fc
    .record({ id: sessions, lift: fc.nat(9), cue: fc.constantFrom(...CUE_IDS) })
    .map(({ id, lift, cue }) => step(`cue ${id}`, (t) => course.noteCue(t, id, lift, cue))),
  fc
    .record({ id: sessions, setup: anySetup })
    .map(({ id, setup }) => step(`setup ${id}`, (t) => course.noteSetup(t, id, setup))),
  fc
    .record({ id: sessions, nowMs: at })
    .map(({ id, nowMs }) => step(`end ${id}`, (t) => course.endTurn(t, id, aStrain(), nowMs))),
  fc
    .record({ id: ids, station: fc.constantFrom(...LIFT_STATIONS) })
    .map(({ id, station }) => step(`redo ${id} ${station}`, (t) => course.redo(t, id, station))),
  fc
    .record({ id: ids, focus: fc.array(fc.constantFrom(...CUE_IDS), { maxLength: 4 }) })
    .map(({ id, focus }) => step(`focus ${id}`, (t) => course.noteFocus(t, id, focus))),
  fc.constant(step('step back', course.stepBack)),
  at.map((nowMs) => step('cut off', (t) => course.cutOff(t, nowMs))),
  at.map((nowMs) => step('finish', (t) => course.finish(t, nowMs))),
  at.map((nowMs) => step('repeat', (t) => course.repeat(t, `${t.id}+`, nowMs), true)),
  fc
    .array(sessions, { maxLength: 2 })
    .map((gone) => step(`delete ${gone.join()}`, (t) => course.withoutSessions(t, gone), true)),
);

/** All states that some steps lead to, one after the other, beginning with two people who agreed. */
function walk(
  done: readonly Step[],
  look: (now: TrainingRecord, before: TrainingRecord, by: Step) => void,
) {
  const people = IDS.slice(0, 2).map((id) => ({
    id,
    name: `name-${id}`,
    language: null,
    heightM: null,
  }));
  let training = course.addParticipants(aTraining('t'), people);
  for (const { id } of people) training = course.noteConsent(training, id, true, NOON);
  for (const by of done) {
    const now = by.run(training);
    look(now, training, by);
    training = now;
  }
  return training;
}
const walks = fc.array(steps, { minLength: 8, maxLength: 40, size: 'max' });
const turnsOf = ({ roster }: TrainingRecord) => roster.flatMap(({ turns }) => turns);

describe('whatever is done in a training', () => {
  it('CONSENT-3: nobody who has not agreed ever has a turn', () => {
    let turns = 0;
    fc.assert(
      fc.property(walks, (done) => {
        walk(done, (now) => {
          for (const one of now.roster) {
            turns += one.turns.length;
            if (one.consent?.agreed !== true) expect(one.turns).toEqual([]);
          }
        });
      }),
      { numRuns: 120 },
    );
    // Otherwise hardly any turn was seen, and this shows nothing.
    expect(turns).toBeGreaterThan(1000);
  });

  it('TURN-3: a turn is lost only by a deletion or a withdrawal, and stops counting only when it is done again', () => {
    fc.assert(
      fc.property(walks, (done) => {
        walk(done, (now, before, by) => {
          if (by.loses) return;
          const left = new Map(turnsOf(now).map((turn) => [turn.sessionId, turn]));
          for (const turn of turnsOf(before)) {
            const kept = left.get(turn.sessionId);
            expect(kept, by.name).toMatchObject({
              station: turn.station,
              startedMs: turn.startedMs,
            });
            if (!by.name.startsWith('redo')) expect(kept!.redone).toBe(turn.redone);
            expect(kept!.cues.slice(0, turn.cues.length)).toEqual(turn.cues);
          }
        });
      }),
      { numRuns: 120 },
    );
  });

  it('TURN-4: one turn runs at most, no session is two turns, and what is over stays over', () => {
    fc.assert(
      fc.property(walks, (done) => {
        walk(done, (now, before) => {
          const turns = turnsOf(now);
          expect(turns.filter(({ endedMs }) => endedMs === null).length).toBeLessThanOrEqual(1);
          expect(new Set(course.sessionsOf(now)).size).toBe(turns.length);
          const ends = new Map(turns.map(({ sessionId, endedMs }) => [sessionId, endedMs]));
          for (const { sessionId, endedMs } of turnsOf(before))
            if (endedMs !== null && ends.has(sessionId)) expect(ends.get(sessionId)).toBe(endedMs);
        });
      }),
      { numRuns: 120 },
    );
  });

  it('it is the turn of somebody in the roster, or nobody’s; and so is the next', () => {
    fc.assert(
      fc.property(walks, (done) => {
        walk(done, (now) => {
          const ids = now.roster.map(({ id }) => id);
          expect([null, ...ids]).toContain(now.currentId);
          expect(new Set(ids).size).toBe(ids.length);
          const next = course.nextUp(now);
          if (next === null) return;
          expect(ids).toContain(next.id);
          expect(next).toMatchObject({ skipped: false });
          expect(next.id === now.currentId || next.station === 'result').toBe(false);
          expect(next.consent?.agreed).not.toBe(false);
        });
      }),
      { numRuns: 120 },
    );
  });

  it('TURN-2: calling up who is next, again and again, comes to everybody who has something to do', () => {
    fc.assert(
      fc.property(walks, (done) => {
        let training = walk(done, () => undefined);
        const waiting = training.roster.filter(
          (one) => !one.skipped && one.consent?.agreed !== false && one.station !== 'result',
        );
        const met = new Set([training.currentId]);
        for (let i = 0; i < training.roster.length; i++) {
          const next = course.nextUp(training);
          if (next === null) break;
          met.add(next.id);
          training = course.callUp(training, next.id);
        }
        for (const { id } of waiting) expect(met).toContain(id);
      }),
      { numRuns: 120 },
    );
  });

  it('CONSENT-2: who withdraws leaves no trace', () => {
    fc.assert(
      fc.property(walks, fc.constantFrom(...IDS), (done, id) => {
        const named = { id, name: `Nadja of ${id}`, language: null, heightM: null };
        const training = course.describe(
          course.addParticipants(
            walk(done, () => undefined),
            [named],
          ),
          id,
          named,
        );
        expect(JSON.stringify(training)).toContain(named.name);
        const left = course.withdraw(training, id);
        expect(JSON.stringify(left)).not.toContain(id);
        for (const turn of course.participantOf(training, id)!.turns)
          expect(JSON.stringify(left)).not.toContain(turn.sessionId);
        expect(left.roster).toEqual(training.roster.filter((one) => one.id !== id));
      }),
      { numRuns: 120 },
    );
  });

  it('it can be written and read again as it is', () => {
    fc.assert(
      fc.property(walks, (done) => {
        walk(done, (now, _, by) => {
          const read = parseTraining(JSON.parse(JSON.stringify(now)));
          expect(read, by.name).toEqual({ ok: true, value: now });
        });
      }),
      { numRuns: 120 },
    );
  });

  it('a step changes nothing that it was given', () => {
    fc.assert(
      fc.property(walks, (done) => {
        walk(done, (_, before, by) => {
          const was = JSON.stringify(before);
          by.run(before);
          expect(JSON.stringify(before), by.name).toBe(was);
        });
      }),
      { numRuns: 100 },
    );
  });
});
