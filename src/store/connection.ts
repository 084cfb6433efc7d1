import { fail, ok, type Result } from '../core/errors';
import { Database } from './database';
import { isLostConnection, storageFailure } from './storage-failure';

/** Between tabs: somebody changed something. */
const CHANNEL = 'liftcheck.changed';

/** A database, and when it can be asked. */
interface Opening {
  db: Database;
  ready: Promise<unknown>;
}

/** The way to the database: opened with the first question, opened anew when it was lost. Never throws. */
export class Connection {
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  #opening: Opening | null = null;
  #isClosed = false;

  constructor(name: string) {
    this.#name = name;
    this.#channel = new BroadcastChannel(`${CHANNEL}.${name}`);
  }

  /** All that is read belongs to one moment, whatever another tab does meanwhile. */
  read<T>(work: (db: Database) => Promise<T>): Promise<Result<T>> {
    return this.#run('r', work);
  }

  /** All or nothing; other tabs hear of it. */
  async write<T>(work: (db: Database) => Promise<T>): Promise<Result<T>> {
    const done = await this.#run('rw', work);
    if (done.ok && !this.#isClosed) this.#channel.postMessage(null);
    return done;
  }

  onChanged(listener: () => void): () => void {
    this.#channel.addEventListener('message', listener);
    return () => this.#channel.removeEventListener('message', listener);
  }

  /** For good: what is asked later fails. */
  close(): void {
    this.#isClosed = true;
    if (this.#opening !== null) this.#leave(this.#opening);
    this.#channel.close();
  }

  /** Browsers lose connections (WebKit in the background, storage pressure): opened anew, and tried once more. */
  async #run<T>(mode: 'r' | 'rw', work: (db: Database) => Promise<T>): Promise<Result<T>> {
    for (let isRetry = false; ; isRetry = true) {
      if (this.#isClosed) return fail('storage-lost', 'the store was closed');
      // Questions asked at once share one connection.
      const opening = (this.#opening ??= this.#open());
      try {
        await opening.ready;
        const { db } = opening;
        // An async function: Dexie then follows its awaits, and keeps what is asked in them inside the transaction.
        return ok(await db.transaction(mode, db.tables, async () => await work(db)));
      } catch (thrown) {
        const isLost = isLostConnection(thrown);
        if (isLost || !opening.db.isOpen()) this.#leave(opening);
        if (isRetry || !isLost) return storageFailure(thrown);
      }
    }
  }

  #open(): Opening {
    const db = new Database(this.#name);
    const blocked = new Promise<never>((_, refuse) => {
      db.on('blocked', () =>
        refuse(Object.assign(new Error('another tab'), { name: 'BlockedError' })),
      );
    });
    const opening = { db, ready: Promise.race([db.open(), blocked]) };
    // Another tab wants a newer version, or deletes the database: let it; the next question opens again.
    db.on('versionchange', () => this.#leave(opening));
    return opening;
  }

  #leave(opening: Opening): void {
    opening.db.close();
    if (this.#opening === opening) this.#opening = null;
  }
}
