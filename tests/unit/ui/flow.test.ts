import { describe, expect, it, vi } from 'vitest';
import type { Coach } from '../../../src/coach/coach';
import { fail, ok, type Result } from '../../../src/core/errors';
import type { Analysis } from '../../../src/core/session/analysis';
import type { CheckClient } from '../../../src/pipeline/check-client';
import type { JudgedLift } from '../../../src/core/records/judged-lift';
import { MemoryStore } from '../../../src/store/memory-store';
import { Flow } from '../../../src/ui/flow.svelte';
import type { LiveSource, World } from '../../../src/ui/ports';
import type { Chosen } from '../../../src/ui/preferences';
import { aVerdict, NOON } from '../../fixtures/kept';

/** An answer that comes when the test says so. */
function later<T>() {
  let settle: (value: T) => void = () => undefined;
  const promise = new Promise<T>((done) => (settle = done));
  return { promise, settle };
}

const ANALYSIS = { lifts: [] } as unknown as Analysis;

class FakeClient {
  closed = 0;
  redone = 0;
  opening = later<Result<unknown>>();
  finishing = later<Result<Analysis>>();
  open = () => this.opening.promise;
  startLive = vi.fn();
  /** Gives a lift out as the worker does. */
  tell: (lift: JudgedLift) => void = () => undefined;
  onLift = (listener: (lift: JudgedLift) => void) => (this.tell = listener);
  redoBaseline = () => this.redone++;
  finishLive = () => this.finishing.promise;
  analyseFile = () => this.finishing.promise;
  analysePoses = () => this.finishing.promise;
  close = () => {
    this.closed++;
    this.opening.settle(fail('cancelled'));
    this.finishing.settle(fail('cancelled'));
  };
}

class FakeSource {
  readonly kind = 'camera';
  readonly name = 'camera';
  closed = false;
  constructor(readonly deviceId: string) {}
  close = () => (this.closed = true);
}
const live = (source: FakeSource) => source as unknown as LiveSource;

function newFlow(over: Partial<World> = {}) {
  const clients: FakeClient[] = [];
  const sources: FakeSource[] = [];
  const kept: Chosen[] = [];
  const store = new MemoryStore();
  let ids = 0;
  const world = {
    locales: ['en'],
    store,
    now: () => NOON,
    newId: () => `id-${ids++}`,
    holdSession: () => () => undefined,
    isSessionHeld: () => Promise.resolve(false),
    cameraTrouble: () => Promise.resolve(ok(null)),
    openCamera: (deviceId = 'first') => {
      const source = new FakeSource(deviceId);
      sources.push(source);
      return Promise.resolve(ok(live(source)));
    },
    newClient: () => {
      const client = new FakeClient();
      clients.push(client);
      return client as unknown as CheckClient;
    },
    readPreferences: () => ({}),
    writePreferences: (chosen: Chosen) => kept.push(chosen),
    ...over,
  } as unknown as World;
  const coach = { wake: vi.fn(), close: vi.fn() };
  const flow = new Flow(world, coach as unknown as Coach);
  /** Begins a camera check, up to the detector that is being opened. */
  const begin = async () => {
    const before = clients.length;
    const begun = flow.startCamera();
    await vi.waitFor(() => expect(clients.length).toBeGreaterThan(before));
    const client = clients.at(-1) as FakeClient;
    return { begun, client };
  };
  /** A camera check that runs. */
  const checking = async () => {
    const { begun, client } = await begin();
    client.opening.settle(ok({}));
    await begun;
    expect(flow.screen.name).toBe('check');
    return client;
  };
  return { flow, clients, sources, kept, store, coach, begin, checking };
}

describe('ending a check', () => {
  it('twice, as by a double click, gives its summary once', async () => {
    const { flow, sources, checking } = newFlow();
    const client = await checking();
    const both = [flow.stop(), flow.stop()];
    expect(sources[0]?.closed).toBe(true);
    expect(client.closed).toBe(0);
    client.finishing.settle(ok(ANALYSIS));
    await Promise.all(both);
    expect(flow.screen).toMatchObject({ name: 'summary', analysis: ANALYSIS });
    expect(flow.error).toBeNull();
  });

  it('changes nothing when the person has gone elsewhere meanwhile', async () => {
    const { flow, checking } = newFlow();
    const client = await checking();
    const stopped = flow.stop();
    flow.toStart();
    client.finishing.settle(ok(ANALYSIS));
    await stopped;
    expect(flow.screen.name).toBe('start');
  });
});

describe('beginning a check', () => {
  it('twice leaves one detector open', async () => {
    const { flow, clients, begin } = newFlow();
    const first = flow.startCamera();
    expect(flow.screen.name).toBe('waiting');
    const second = await begin();
    second.client.opening.settle(ok({}));
    await Promise.all([first, second.begun]);
    expect(clients.filter((client) => client.closed === 0)).toHaveLength(1);
    expect(flow.screen.name).toBe('check');
  });

  it('leaves none open when it is cancelled, or the camera does not open', async () => {
    const cancelled = newFlow();
    const first = await cancelled.begin();
    cancelled.flow.toStart();
    await first.begun;
    expect(first.client.closed).toBe(1);

    const denied = newFlow({ openCamera: () => Promise.resolve(fail('camera-denied')) });
    const second = await denied.begin();
    second.client.opening.settle(ok({}));
    await second.begun;
    expect(second.client.closed).toBe(1);
    expect(denied.flow.error?.kind).toBe('camera-denied');
    expect(denied.flow.retry).not.toBeNull();
  });

  it('opens no detector when no camera can be had', async () => {
    const { flow, clients } = newFlow({
      cameraTrouble: () => Promise.resolve(fail('camera-missing')),
    });
    await flow.startCamera();
    expect(clients).toHaveLength(0);
    expect(flow.error?.kind).toBe('camera-missing');
  });

  it('closes a camera that opens after the person has gone elsewhere', async () => {
    const opening = later<Result<LiveSource>>();
    const openCamera = vi.fn(() => opening.promise);
    const { flow, begin } = newFlow({ openCamera });
    const { begun, client } = await begin();
    client.opening.settle(ok({}));
    await vi.waitFor(() => expect(openCamera).toHaveBeenCalled());
    flow.toStart();
    const source = new FakeSource('late');
    opening.settle(ok(live(source)));
    await begun;
    expect(source.closed).toBe(true);
    expect(flow.screen.name).toBe('start');
  });
});

describe('another camera', () => {
  it('changes only the pictures: the same check goes on', async () => {
    const { flow, clients, sources, checking } = newFlow();
    const client = await checking();
    expect(await flow.changeCamera('second')).toBeNull();
    expect(sources[0]?.closed).toBe(true);
    expect(flow.screen).toMatchObject({ name: 'check', source: { deviceId: 'second' } });
    expect(clients).toHaveLength(1);
    expect(client.redone, 'seen from elsewhere').toBe(1);
    expect(client.closed).toBe(0);
  });

  it('that does not open is told, and the check stays', async () => {
    let broken = false;
    const { flow, checking } = newFlow({
      openCamera: (deviceId = 'first') =>
        Promise.resolve(broken ? fail('camera-in-use') : ok(live(new FakeSource(deviceId)))),
    });
    const client = await checking();
    broken = true;
    expect((await flow.changeCamera('second'))?.kind).toBe('camera-in-use');
    expect(flow.screen.name).toBe('check');
    expect(client.closed).toBe(0);
    broken = false;
    expect(await flow.changeCamera('first')).toBeNull();
  });

  it('is taken instead of one that is gone', async () => {
    const { flow, checking } = newFlow({
      openCamera: (deviceId = 'any') =>
        Promise.resolve(
          deviceId === 'gone' ? fail('camera-missing') : ok(live(new FakeSource(deviceId))),
        ),
    });
    await checking();
    expect(await flow.changeCamera('gone')).toBeNull();
    expect(flow.screen).toMatchObject({ source: { deviceId: 'any' } });
  });

  it('wished for twice: the newest wish counts, the other is closed', async () => {
    const { flow, sources, checking } = newFlow();
    await checking();
    await Promise.all([flow.changeCamera('second'), flow.changeCamera('third')]);
    expect(flow.screen).toMatchObject({ source: { deviceId: 'third' } });
    expect(sources.filter((source) => !source.closed).map((s) => s.deviceId)).toEqual(['third']);
  });
});

describe('the sound device', () => {
  it('is opened for live checks only, and let go on every way out', async () => {
    const { flow, clients, coach, checking } = newFlow();
    void flow.openFile(new File([], 'a.mp4'));
    expect(coach.wake).not.toHaveBeenCalled();
    await checking();
    expect(coach.wake).toHaveBeenCalledTimes(1);
    coach.close.mockClear();
    flow.toStart();
    expect(coach.close).toHaveBeenCalled();
    expect(clients.every((client) => client.closed > 0)).toBe(true);
  });
});

describe('a page that goes away', () => {
  it('closes a running check, but keeps a summary that is not saved yet', async () => {
    const running = newFlow();
    const client = await running.checking();
    running.flow.pageHides();
    expect(running.sources[0]?.closed).toBe(true);
    expect(client.closed).toBe(1);

    const ended = newFlow();
    const other = await ended.checking();
    const stopped = ended.flow.stop();
    other.finishing.settle(ok(ANALYSIS));
    await stopped;
    ended.flow.pageHides();
    expect(ended.flow.screen.name).toBe('summary');
  });
});

describe('keeping', () => {
  const LIFT: JudgedLift = {
    index: 0,
    rules: '2',
    detector: 'movenet-lightning',
    lifter: 'test',
    verdict: aVerdict(),
    track: null,
  };
  const everything = async (store: MemoryStore) => {
    const { ok: is, ...rest } = await store.records('all');
    if (!is || !('value' in rest)) throw new Error('not read');
    return rest.value;
  };

  it('is off until it is chosen: a check stores nothing, and can be kept at its end', async () => {
    const { flow, store, checking } = newFlow();
    const client = await checking();
    client.tell(LIFT);
    client.finishing.settle(ok(ANALYSIS));
    await flow.stop();
    expect(await everything(store)).toMatchObject({ sessions: [], lifts: [] });
    if (flow.screen.name !== 'summary') throw new Error(flow.screen.name);
    await flow.screen.keeping.keep({ personId: null, task: '' });
    const { sessions, lifts } = await everything(store);
    expect(sessions).toMatchObject([{ origin: 'camera', endedMs: NOON }]);
    expect(lifts).toHaveLength(1);
  });

  it('chosen: each lift is there while the check runs, and the session ends with it', async () => {
    const { flow, store, checking } = newFlow({ readPreferences: () => ({ keep: true }) });
    const client = await checking();
    client.tell(LIFT);
    await vi.waitFor(async () => expect((await everything(store)).lifts).toHaveLength(1));
    expect((await everything(store)).sessions[0]?.endedMs).toBeNull();
    // Not stopped, but left.
    flow.toStart();
    await vi.waitFor(async () => expect((await everything(store)).sessions[0]?.endedMs).toBe(NOON));
  });

  it('another camera goes on with the same session', async () => {
    const { flow, store, checking } = newFlow({ readPreferences: () => ({ keep: true }) });
    const client = await checking();
    client.tell(LIFT);
    await flow.changeCamera('second');
    client.tell({ ...LIFT, index: 1 });
    client.finishing.settle(ok(ANALYSIS));
    await flow.stop();
    await vi.waitFor(async () => expect((await everything(store)).lifts).toHaveLength(2));
    expect((await everything(store)).sessions).toHaveLength(1);
  });

  it('of a saved check that is opened again waits to be asked for; of a video it does not', async () => {
    const { flow, clients, store } = newFlow({ readPreferences: () => ({ keep: true }) });
    for (const [name, sessions] of [
      ['a.json', 0],
      ['a.mp4', 1],
    ] as const) {
      const opened = flow.openFile(new File([], name));
      const client = clients.at(-1)!;
      client.opening.settle(ok({}));
      client.tell(LIFT);
      client.finishing.settle(ok(ANALYSIS));
      await opened;
      await vi.waitFor(async () => expect((await everything(store)).lifts).toHaveLength(sessions));
      expect((await everything(store)).sessions).toHaveLength(sessions);
    }
  });
});

it('keeps only what the person chose', () => {
  const { flow, kept } = newFlow();
  expect(flow.preferences.sound).toBe(true);
  flow.prefer({ theme: 'dark' });
  expect(kept).toEqual([{ theme: 'dark' }]);
  expect(flow.preferences).toMatchObject({ theme: 'dark', sound: true, detector: 'auto' });
});
