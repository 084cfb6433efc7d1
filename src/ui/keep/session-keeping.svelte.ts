import { ok, type AppError, type Result } from '../../core/errors';
import type { JudgedLift } from '../../core/records/judged-lift';
import type { LiftRecord } from '../../core/records/lift-record';
import type { SessionRecord } from '../../core/records/session-record';
import type { SessionStore } from '../../core/records/session-store';
import { packTrack } from '../../core/records/track-packing';
import type { TrackRecord } from '../../core/records/track-record';

/**
 * off: everything is in memory only; keeping: something is on its way; kept: all there is is on the disk; trouble: the
 * store refused, and what it refused is still in memory.
 */
export type KeepState =
  { name: 'off' } | { name: 'keeping' } | { name: 'kept' } | { name: 'trouble'; error: AppError };

/** Who and what: said before a check, or at its end. */
export interface Sitting {
  personId: string | null;
  task: string;
}

type Judged = Omit<JudgedLift, 'track'>;

/** A lift on its way to the disk: it changes while its verdict goes on. */
interface Entry {
  index: number;
  id: string;
  /** null = on the disk. Poses are packed at once: many lifts may be waiting, for as long as the check goes on. */
  unsaved: { judged: Judged; track: TrackRecord | null } | null;
}

/**
 * One session and its lifts, from memory to the disk: at once when the person wants it so, else when they ask for it,
 * else never. One write at a time, in order. What the store refuses stays here and is tried again with the next lift,
 * at the end, and when it is asked for.
 */
export class SessionKeeping {
  state = $state.raw<KeepState>({ name: 'off' });
  /** How many lifts are on the disk. */
  kept = $state(0);
  isVideoKept = $state(false);
  /** The person has read of the trouble there is, and closed it. */
  isToldOf = $state(false);

  readonly #store: SessionStore;
  readonly #newId: () => string;
  #session: SessionRecord;
  #isSessionSaved = false;
  #isWanted = false;
  readonly #lifts: Entry[] = [];
  #writing: Promise<void> = Promise.resolve();

  /** @param session as it begins; it is on the disk only once keeping is wanted */
  constructor(store: SessionStore, session: SessionRecord, newId: () => string) {
    this.#store = store;
    this.#session = session;
    this.#newId = newId;
  }

  get session(): SessionRecord {
    return this.#session;
  }

  /** How many lifts there are, kept or not. */
  get size(): number {
    return this.#lifts.length;
  }

  /** Of its first lift; null = there is none. */
  get firstLiftId(): string | null {
    return this.#lifts[0]?.id ?? null;
  }

  /** A lift that has ended, or whose verdict went on. */
  take({ track, ...judged }: JudgedLift): void {
    const { index } = judged;
    const before = this.#lifts.find((one) => one.index === index);
    const entry: Entry = before ?? { index, id: this.#newId(), unsaved: null };
    entry.unsaved = { judged, track: track && packTrack(track, entry.id) };
    if (before === undefined) this.#lifts.push(entry);
    if (this.#isWanted) void this.#write();
  }

  /** From now on, and what there is already. */
  keep(sitting: Sitting): Promise<void> {
    this.#isWanted = true;
    this.#change(sitting);
    return this.#write();
  }

  /** What comes from now on stays in memory. */
  pause(): void {
    this.#isWanted = false;
    this.state = { name: 'off' };
  }

  /** Tries again what was refused. */
  retry(): Promise<void> {
    this.isToldOf = false;
    return this.#write();
  }

  /** The check is over. A session without a lift is nothing to keep. */
  async end(atMs: number): Promise<void> {
    this.#change({ endedMs: atMs });
    if (!this.#isWanted) {
      // Switched off on the way: what was kept before that is a whole session all the same.
      if (this.kept > 0) await this.#write();
      return;
    }
    if (this.#lifts.length > 0) return this.#write();
    this.#isWanted = false;
    await this.#inTurn(async () => {
      await this.#store.deleteSession(this.#session.id);
      this.#isSessionSaved = false;
      this.state = { name: 'off' };
    });
  }

  /** The video lies on its shelf now. */
  noteVideo(): Promise<void> {
    this.isVideoKept = true;
    this.#change({ videoKept: true });
    return this.#write();
  }

  #change(change: Partial<SessionRecord>): void {
    this.#session = { ...this.#session, ...change };
    this.#isSessionSaved = false;
  }

  #write(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#isWanted && this.state.name !== 'trouble') this.state = { name: 'keeping' };
      const written = await this.#writeAll();
      if (!this.#isWanted) return;
      this.state = written.ok ? { name: 'kept' } : { name: 'trouble', error: written.error };
    });
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    this.#writing = this.#writing.then(work);
    return this.#writing;
  }

  async #writeAll(): Promise<Result<null>> {
    if (!this.#isSessionSaved) {
      const session = this.#session;
      const saved = await this.#store.saveSession(session);
      if (!saved.ok) return saved;
      this.#isSessionSaved = session === this.#session;
    }
    for (const entry of this.#lifts) {
      const { unsaved } = entry;
      if (unsaved === null || !this.#isWanted) continue;
      const record = this.#recordOf(entry.id, unsaved.judged);
      const saved = await this.#store.saveLift(record, unsaved.track);
      if (!saved.ok) return saved;
      // Its verdict may have gone on meanwhile; then the next write follows already.
      if (entry.unsaved === unsaved) entry.unsaved = null;
      this.kept = this.#lifts.filter(({ unsaved }) => unsaved === null).length;
    }
    return ok(null);
  }

  #recordOf(id: string, judged: Judged): LiftRecord {
    const { index, rules, detector, lifter, verdict } = judged;
    const { id: sessionId, startedMs } = this.#session;
    return {
      v: 1,
      id,
      sessionId,
      index,
      startedMs: Math.round(startedMs + verdict.startS * 1000),
      rules,
      detector,
      lifter,
      verdict,
    };
  }
}
