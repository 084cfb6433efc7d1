import type { SessionOrigin } from '../../core/records/session-record';
import type { World } from '../ports';
import { SessionKeeping, type Sitting } from './session-keeping.svelte';

/** A session that ended with its tab. */
export interface CutOff {
  sessionId: string;
  lifts: number;
}

type KeeperWorld = Pick<World, 'store' | 'now' | 'newId' | 'holdSession' | 'isSessionHeld'>;

/** Begins and ends what is kept of each check; at most one at a time. */
export class Keeper {
  /** For the checks to come, until the page is left: it is said anew each day. */
  sitting = $state.raw<Sitting>({ personId: null, task: '' });
  /** Whether the browser promised not to clear what is kept; null = not asked. */
  persistent = $state.raw<boolean | null>(null);

  private running: { keeping: SessionKeeping; release: () => void } | null = null;

  constructor(private readonly world: KeeperWorld) {}

  /** @param atOnce write to the disk as it happens; else everything stays in memory until it is asked for */
  begin(origin: SessionOrigin, sourceName: string, atOnce: boolean): SessionKeeping {
    const { world } = this;
    const id = world.newId();
    const session = {
      v: 1,
      id,
      startedMs: world.now(),
      endedMs: null,
      origin,
      sourceName,
      ...this.sitting,
      videoKept: false,
    } as const;
    const keeping = new SessionKeeping(world.store, session, () => world.newId());
    this.running = { keeping, release: world.holdSession(id) };
    if (atOnce) void keeping.keep(this.sitting);
    return keeping;
  }

  /** The check is over, in whatever way. */
  async end(): Promise<void> {
    const { running } = this;
    if (!running) return;
    this.running = null;
    await running.keeping.end(this.world.now());
    running.release();
  }

  /** The person switched keeping on or off; for the check that runs too. */
  async choose(on: boolean): Promise<void> {
    if (!on) {
      this.running?.keeping.pause();
      return;
    }
    void this.running?.keeping.keep(this.sitting);
    this.persistent = await this.world.store.askPersistent();
  }

  /** Who lifts and what, from now on. */
  seat(sitting: Sitting): void {
    this.sitting = sitting;
  }

  /** The newest session, when it was cut off with lifts in it. One without any is nothing, and goes. */
  async findCutOff(): Promise<CutOff | null> {
    const { store } = this.world;
    const page = await store.sessions({ after: null, limit: 1 });
    const [newest] = page.ok ? page.value.sessions : [];
    if (newest?.endedMs !== null || (await this.world.isSessionHeld(newest.id))) return null;
    if (newest.lifts > 0) return { sessionId: newest.id, lifts: newest.lifts };
    await store.deleteSession(newest.id);
    return null;
  }
}
