import { describe, expect, it } from 'vitest';
import { fail, ok, type AppErrorKind, type Result } from '../../../src/core/errors';
import type { JudgedLift } from '../../../src/core/records/judged-lift';
import { unpackTrack } from '../../../src/core/records/track-packing';
import { MemoryStore } from '../../../src/store/memory-store';
import { Keeper } from '../../../src/ui/keep/keeper.svelte';
import { SessionKeeping } from '../../../src/ui/keep/session-keeping.svelte';
import { aSession, aVerdict, NOON } from '../../fixtures/kept';

const NOBODY = { personId: null, task: '' };

function judged(index: number, score = 80): JudgedLift {
  const keypoints = Array.from({ length: 17 }, (_, k) => ({ x: k, y: 2 * k, score: 0.5 }));
  const pose = {
    timeS: 1,
    detector: 'movenet-lightning',
    width: 640,
    height: 480,
    keypoints,
  } as const;
  return {
    index,
    rules: '2',
    detector: 'movenet-lightning',
    lifter: 'test',
    verdict: aVerdict({}, score),
    track: {
      detector: 'movenet-lightning',
      width: 640,
      height: 480,
      heightM: 1.75,
      heightEntered: true,
      baseline: { timesS: [0], sizePx: 300, keypoints, trusted: true },
      frames: [{ timeS: 1, pose: { ...pose, keypoints: [...keypoints] } }],
      looks: [],
      closer: [],
    },
  };
}

/** A store that refuses while `trouble` is set, and tells how many lifts were written at once. */
class MoodyStore extends MemoryStore {
  trouble: AppErrorKind | null = null;
  written: string[] = [];
  override async saveSession(
    ...record: Parameters<MemoryStore['saveSession']>
  ): Promise<Result<null>> {
    return this.trouble ? fail(this.trouble) : super.saveSession(...record);
  }
  override async saveLift(...record: Parameters<MemoryStore['saveLift']>): Promise<Result<null>> {
    await Promise.resolve();
    if (this.trouble) return fail(this.trouble);
    this.written.push(record[0].id);
    return super.saveLift(...record);
  }
}

function newKeeping() {
  const store = new MoodyStore();
  let ids = 0;
  const session = aSession('s', { endedMs: null });
  const keeping = new SessionKeeping(store, session, () => `lift-${ids++}`);
  const lifts = async () => {
    const page = await store.lifts({}, { after: null, limit: 100 });
    return page.ok ? page.value.rows : [];
  };
  const stored = async () => {
    const found = await store.session('s');
    return found.ok ? found.value : null;
  };
  return { store, keeping, lifts, stored };
}

describe('a session that is kept as it happens', () => {
  it('is on the disk from the start, and each lift from its end on', async () => {
    const { keeping, lifts, stored, store } = newKeeping();
    await keeping.keep({ personId: null, task: 'crate' });
    expect(await stored()).toMatchObject({ endedMs: null, task: 'crate' });
    keeping.take(judged(0));
    await keeping.retry();
    expect(await lifts()).toHaveLength(1);
    expect(keeping).toMatchObject({ kept: 1, state: { name: 'kept' } });
    const found = await store.lift('lift-0');
    if (!found.ok || !found.value?.track) throw new Error('not there');
    expect(found.value.lift).toMatchObject({ sessionId: 's', index: 0, startedMs: NOON + 1000 });
    expect(unpackTrack(found.value.track)).toEqual(ok(judged(0).track));
    await keeping.end(NOON + 5000);
    expect(await stored()).toMatchObject({ endedMs: NOON + 5000 });
  });

  it('replaces a lift whose verdict goes on, also while it is being written', async () => {
    const { keeping, lifts } = newKeeping();
    await keeping.keep(NOBODY);
    keeping.take(judged(0, 80));
    keeping.take(judged(0, 50));
    await Promise.resolve();
    keeping.take(judged(0, 40));
    await keeping.retry();
    expect((await lifts()).map(({ score }) => score)).toEqual([40]);
    expect(keeping.kept).toBe(1);
  });

  it('writes no lift twice that did not change', async () => {
    const { keeping, store } = newKeeping();
    await keeping.keep(NOBODY);
    keeping.take(judged(0));
    keeping.take(judged(1));
    await keeping.end(NOON);
    expect(store.written).toEqual(['lift-0', 'lift-1']);
  });

  it('without a lift leaves nothing behind', async () => {
    const { keeping, stored } = newKeeping();
    await keeping.keep(NOBODY);
    await keeping.end(NOON);
    expect(await stored()).toBeNull();
    expect(keeping.state.name).toBe('off');
  });
});

describe('a store that refuses', () => {
  it('is told of, and nothing is lost: all is written once it can be', async () => {
    const { keeping, lifts, stored, store } = newKeeping();
    await keeping.keep(NOBODY);
    keeping.take(judged(0));
    await keeping.retry();
    store.trouble = 'storage-full';
    keeping.take(judged(1));
    keeping.take(judged(0, 30));
    await keeping.retry();
    expect(keeping.state).toEqual({ name: 'trouble', error: { kind: 'storage-full', detail: '' } });
    expect(await lifts()).toHaveLength(1);
    store.trouble = null;
    // The next lift tries the earlier ones too.
    keeping.take(judged(2));
    await keeping.end(NOON);
    expect(keeping).toMatchObject({ kept: 3, state: { name: 'kept' } });
    expect((await lifts()).map(({ score }) => score).sort()).toEqual([30, 80, 80]);
    expect(await stored()).toMatchObject({ endedMs: NOON });
  });

  it('from the start: the session too is written later', async () => {
    const { keeping, lifts, stored, store } = newKeeping();
    store.trouble = 'storage-missing';
    await keeping.keep(NOBODY);
    keeping.take(judged(0));
    await keeping.end(NOON);
    expect(await stored()).toBeNull();
    expect(keeping.state.name).toBe('trouble');
    store.trouble = null;
    await keeping.retry();
    expect(await stored()).toMatchObject({ endedMs: NOON });
    expect(await lifts()).toHaveLength(1);
  });
});

describe('a session that is not kept', () => {
  it('writes nothing', async () => {
    const { keeping, stored } = newKeeping();
    keeping.take(judged(0));
    await keeping.end(NOON);
    expect(await stored()).toBeNull();
    expect(keeping).toMatchObject({ kept: 0, size: 1, state: { name: 'off' } });
  });

  it('can be kept at its end, whole', async () => {
    const { keeping, lifts, stored } = newKeeping();
    keeping.take(judged(0));
    keeping.take(judged(1));
    keeping.take(judged(0, 20));
    await keeping.end(NOON + 9000);
    await keeping.keep({ personId: null, task: 'bag' });
    expect(await stored()).toMatchObject({ endedMs: NOON + 9000, task: 'bag' });
    expect((await lifts()).map(({ score }) => score).sort()).toEqual([20, 80]);
  });

  it('any more: what came before is a whole session, what comes after stays in memory', async () => {
    const { keeping, lifts, stored } = newKeeping();
    await keeping.keep(NOBODY);
    keeping.take(judged(0));
    await keeping.retry();
    keeping.pause();
    keeping.take(judged(1));
    await keeping.end(NOON);
    expect(await stored()).toMatchObject({ endedMs: NOON });
    expect(await lifts()).toHaveLength(1);
    expect(keeping.state.name).toBe('off');
    await keeping.keep(NOBODY);
    expect(await lifts()).toHaveLength(2);
  });
});

it('tells that its video is kept', async () => {
  const { keeping, stored } = newKeeping();
  keeping.take(judged(0));
  await keeping.keep(NOBODY);
  expect((await stored())?.videoKept).toBe(false);
  await keeping.noteVideo();
  expect(await stored()).toMatchObject({ videoKept: true });
  expect(keeping.isVideoKept).toBe(true);
});

describe('the keeper', () => {
  function newKeeper() {
    const store = new MoodyStore();
    const held = new Set<string>();
    let ids = 0;
    const keeper = new Keeper({
      store,
      now: () => NOON,
      newId: () => `id-${ids++}`,
      holdSession: (id) => {
        held.add(id);
        return () => held.delete(id);
      },
      isSessionHeld: (id) => Promise.resolve(held.has(id)),
    });
    return { store, keeper, held };
  }

  it('takes a session for cut off that has no end and runs nowhere', async () => {
    const { keeper, held } = newKeeper();
    const keeping = keeper.begin('camera', 'camera', true);
    keeping.take(judged(0));
    await keeping.retry();
    expect(await keeper.findCutOff(), 'it runs').toBeNull();
    held.clear();
    expect(await keeper.findCutOff()).toEqual({ sessionId: 'id-0', lifts: 1 });
    await keeper.end();
    expect(await keeper.findCutOff(), 'it has ended').toBeNull();
  });

  it('lets a session that was cut off before its first lift go', async () => {
    const { keeper, held, store } = newKeeper();
    await keeper.begin('camera', 'camera', true).retry();
    held.clear();
    expect(await keeper.findCutOff()).toBeNull();
    expect(await store.session('id-0')).toEqual(ok(null));
  });

  it('begins with who and what was said, and keeps what runs when it is switched on', async () => {
    const { keeper, store } = newKeeper();
    keeper.seat({ personId: 'p', task: 'crate' });
    const keeping = keeper.begin('demo', 'demo-good', false);
    keeping.take(judged(0));
    expect(await store.session('id-0')).toEqual(ok(null));
    await keeper.choose(true);
    await keeper.end();
    expect(await store.session('id-0')).toMatchObject({
      value: {
        origin: 'demo',
        sourceName: 'demo-good',
        personId: 'p',
        task: 'crate',
        endedMs: NOON,
      },
    });
    expect(keeper.persistent).not.toBeNull();
  });
});
