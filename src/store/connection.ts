import { ok, type Result } from '../core/errors';
import { Database } from './database';
import { isLostConnection, storageFailure } from './storage-failure';

/** Between tabs: somebody changed something. */
const CHANNEL = 'liftcheck.changed';

/** The way to the database: opened with the first question, opened anew when it was lost. Never throws. */
export class Connection {
  readonly #name: string;
  readonly #channel: BroadcastChannel;
  #db: Database | null = null;

  constructor(name: string) {
    this.#name = name;
    this.#channel = new BroadcastChannel(`${CHANNEL}.${name}`);
  }

  read<T>(work: (db: Database) => Promise<T>): Promise<Result<T>> {
    return this.#run(work);
  }

  /** All or nothing; other tabs hear of it. */
  async write<T>(work: (db: Database) => Promise<T>): Promise<Result<T>> {
    // An async function: Dexie then follows its awaits, and keeps what is asked in them inside the transaction.
    const done = await this.#run((db) =>
      db.transaction('rw', db.tables, async () => await work(db)),
    );
    if (done.ok) this.#channel.postMessage(null);
    return done;
  }

  onChanged(listener: () => void): () => void {
    this.#channel.addEventListener('message', listener);
    return () => this.#channel.removeEventListener('message', listener);
  }

  close(): void {
    this.#db?.close();
    this.#db = null;
    this.#channel.close();
  }

  /** Browsers lose connections (WebKit in the background, storage pressure): opened anew, and tried once more. */
  async #run<T>(work: (db: Database) => PromiseLike<T>): Promise<Result<T>> {
    try {
      return ok(await work(await this.#open()));
    } catch (thrown) {
      if (!isLostConnection(thrown)) return storageFailure(thrown);
      this.#db?.close();
      this.#db = null;
    }
    try {
      return ok(await work(await this.#open()));
    } catch (thrown) {
      return storageFailure(thrown);
    }
  }

  async #open(): Promise<Database> {
    if (this.#db !== null) return this.#db;
    const db = new Database(this.#name);
    // Another tab wants a newer version, or deletes the database: let it; the next question opens again.
    db.on('versionchange', () => {
      db.close();
      if (this.#db === db) this.#db = null;
    });
    const blocked = new Promise<never>((_, refuse) => {
      db.on('blocked', () =>
        refuse(Object.assign(new Error('another tab'), { name: 'BlockedError' })),
      );
    });
    await Promise.race([db.open(), blocked]);
    this.#db = db;
    return db;
  }
}
