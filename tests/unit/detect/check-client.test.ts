import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { LiftVerdict } from '../../../src/core/scoring/check';
import { CheckClient } from '../../../src/pipeline/check-client';
import type { DetectorChoice, FromWorker, ToWorker } from '../../../src/pipeline/protocol';

/** Stands in for the worker: keeps what it is sent, says what the test lets it say. */
class FakeWorker {
  sent: ToWorker[] = [];
  ended = false;
  private listeners = new Map<string, (event: unknown) => void>();
  addEventListener = (kind: string, listener: unknown) =>
    this.listeners.set(kind, listener as (event: unknown) => void);
  postMessage = (message: ToWorker) => this.sent.push(message);
  terminate = () => (this.ended = true);
  say = (message: FromWorker) => this.listeners.get('message')?.({ data: message });
  crash = (message: string) => this.listeners.get('error')?.({ message });
  frames = () => this.sent.filter((message) => message.kind === 'frame').length;
}

class FakeBitmap {
  closed = false;
  close = () => (this.closed = true);
}
const bitmap = () => new FakeBitmap() as unknown as ImageBitmap & { closed: boolean };
const state = (timeS: number) => ({ kind: 'state', state: { timeS } }) as FromWorker;
const choice = {
  detector: 'movenet-lightning',
  backend: 'wasm',
  threads: 1,
  posesPerSecond: 20,
  measured: [],
} satisfies DetectorChoice;
const person = { heightM: 1.7, heightEntered: false };

let worker: FakeWorker;
let client: CheckClient;
beforeEach(() => {
  vi.stubGlobal('ImageBitmap', FakeBitmap);
  worker = new FakeWorker();
  client = new CheckClient(() => worker);
});
afterEach(() => vi.unstubAllGlobals());

describe('frames', () => {
  test('at most one in flight; what comes meanwhile is dropped and closed; then the newest goes', () => {
    const times: number[] = [];
    client.onState((one) => times.push(one.timeS));
    const [first, second, third] = [bitmap(), bitmap(), bitmap()];
    expect(client.offerFrame(first, 1)).toBe(true);
    expect(client.offerFrame(second, 2)).toBe(false);
    expect([first.closed, second.closed]).toEqual([false, true]);
    worker.say(state(1));
    expect(client.offerFrame(third, 3)).toBe(true);
    worker.say(state(3));
    expect(worker.frames()).toBe(2);
    expect(times).toEqual([1, 3]);
  });

  test('a second look brings new verdicts between states, is no answer to a frame and speaks of nothing', () => {
    const shown: unknown[] = [];
    const spoken: unknown[] = [];
    client.onState((one) => spoken.push(one.spoken));
    client.onLookedAgain((lifts) => shown.push(lifts));
    client.offerFrame(bitmap(), 1);
    const lifts: LiftVerdict[] = [];
    worker.say({ kind: 'looked-again', lifts });
    expect(shown).toEqual([lifts]);
    expect(spoken).toEqual([]);
    expect(client.offerFrame(bitmap(), 2)).toBe(false);
    // The worker leaves out lifts that have not changed since.
    let last: unknown = null;
    client.onState((one) => (last = one.lifts));
    worker.say({ kind: 'state', state: { timeS: 1, spoken: null }, lifts: null } as FromWorker);
    expect(last).toBe(lifts);
  });

  test('a frame that could not be looked at is told, and the next may go', () => {
    const kinds: string[] = [];
    client.onTrouble((error) => kinds.push(error.kind));
    client.offerFrame(bitmap(), 1);
    worker.say({ kind: 'failed', id: null, error: { kind: 'memory-full', detail: '' } });
    expect(kinds).toEqual(['memory-full']);
    expect(client.offerFrame(bitmap(), 2)).toBe(true);
  });

  test('a video without a picture is not sent', () => {
    expect(client.offerFrame({ readyState: 1 } as HTMLVideoElement, 1)).toBe(false);
    expect(worker.sent).toEqual([]);
  });

  test('a switch of the back end is no answer to the frame', () => {
    const switched: string[] = [];
    client.onSwitched((to, why) =>
      switched.push(`${typeof why === 'string' ? why : why.kind} → ${to.backend}`),
    );
    client.offerFrame(bitmap(), 1);
    worker.say({ kind: 'switched', choice, why: { kind: 'gpu-lost', detail: '' } });
    worker.say({ kind: 'switched', choice, why: 'slower' });
    expect(switched).toEqual(['gpu-lost → wasm', 'slower → wasm']);
    expect(client.offerFrame(bitmap(), 2)).toBe(false);
  });
});

describe('questions', () => {
  test('open reports its progress and gives the choice', async () => {
    const steps: string[] = [];
    const opening = client.open({
      use: 'live',
      assetBase: 'http://x/',
      onProgress: ({ step }) => steps.push(step),
    });
    expect(worker.sent).toEqual([
      {
        kind: 'open',
        id: 1,
        use: 'live',
        detector: 'auto',
        backend: 'auto',
        assetBase: 'http://x/',
      },
    ]);
    worker.say({ kind: 'progress', step: 'measuring', fraction: 0.5, detail: '' });
    worker.say({ kind: 'ready', id: 1, choice });
    expect(await opening).toEqual({ ok: true, value: choice });
    expect(steps).toEqual(['measuring']);
  });

  test('cancelling an analysis tells the worker and gives what it answers', async () => {
    const stop = new AbortController();
    const asked = client.analyseFile(new File([], 'a.mp4'), { person, signal: stop.signal });
    stop.abort();
    expect(worker.sent.map((message) => message.kind)).toEqual(['analyse-file', 'cancel']);
    worker.say({ kind: 'failed', id: 1, error: { kind: 'cancelled', detail: '' } });
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(
      await client.analyseFile(new File([], 'a.mp4'), { person, signal: stop.signal }),
    ).toMatchObject({ error: { kind: 'cancelled' } });
  });

  test('a worker that dies answers everything, now and later', async () => {
    const kinds: string[] = [];
    client.onTrouble((error) => kinds.push(error.kind));
    const asked = client.finishLive();
    worker.crash('out of luck');
    expect(await asked).toEqual({
      ok: false,
      error: { kind: 'backend-failed', detail: 'out of luck' },
    });
    expect(await client.finishLive()).toMatchObject({ ok: false });
    expect(client.offerFrame(bitmap(), 1)).toBe(false);
    expect([kinds, worker.ended]).toEqual([['backend-failed'], true]);
  });

  test('closing lets the worker end itself and leaves nobody waiting', async () => {
    const asked = client.finishLive();
    client.close();
    client.close();
    expect(await asked).toMatchObject({ ok: false, error: { kind: 'cancelled' } });
    expect(worker.sent.map((message) => message.kind)).toEqual(['finish-live', 'close']);
  });
});

describe('a file whose reader goes round in circles', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());
  const file = new File([], 'damaged.webm');
  const reading = (fraction: number) =>
    worker.say({ kind: 'progress', step: 'reading', fraction, detail: '1' });

  test('is unreadable after a minute of silence, and the worker is gone', async () => {
    const answer = client.analyseFile(file, { person });
    await vi.advanceTimersByTimeAsync(50_000);
    reading(0.1);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(worker.ended).toBe(false);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await answer).toMatchObject({ ok: false, error: { kind: 'file-unreadable' } });
    expect(worker.ended).toBe(true);
  });

  test('an analysis that was answered is not watched any more', async () => {
    const answer = client.analyseFile(file, { person });
    worker.say({ kind: 'failed', id: 1, error: { kind: 'file-no-video', detail: '' } });
    expect(await answer).toMatchObject({ error: { kind: 'file-no-video' } });
    await vi.advanceTimersByTimeAsync(600_000);
    expect(worker.ended).toBe(false);
  });
});
