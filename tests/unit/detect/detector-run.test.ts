import { describe, expect, test } from 'vitest';
import { fail, ok, type Result } from '../../../src/core/errors';
import type { Pose } from '../../../src/core/pose/pose';
import { DetectorRun } from '../../../src/detect/detector-run';
import type { OpenDetector } from '../../../src/detect/open-detector';
import type { BackendId, DetectorChoice, SwitchReason } from '../../../src/pipeline/protocol';

const frame = { width: 4, height: 4, data: new Uint8Array(64) };
const pose: Pose = { timeS: 0, detector: 'movenet-lightning', width: 4, height: 4, keypoints: [] };

/** Stands in for a back end that can be lost; what was closed is written down. */
function open(
  backend: BackendId,
  estimate: () => Promise<Pose | null>,
  lost: () => boolean,
  log: string[],
): OpenDetector {
  const measured = {
    detector: 'movenet-lightning',
    backend,
    threads: 1,
    posesPerSecond: 20,
  } as const;
  return {
    choice: { ...measured, measured: [measured] },
    detector: {
      id: 'movenet-lightning',
      estimate,
      stay: () => undefined,
      reset: () => undefined,
      dispose: () => log.push(`${backend} model freed`),
    },
    backend: { id: backend, threads: 1, isLost: lost, close: () => log.push(`${backend} closed`) },
  };
}
const wasm = (log: string[]) =>
  open(
    'wasm',
    () => Promise.resolve(pose),
    () => false,
    log,
  );

describe('a lost GPU', () => {
  test.each([
    ['that answers nonsense', () => Promise.resolve(null)],
    ['that throws', () => Promise.reject(new Error('context lost'))],
  ])('%s is replaced by WASM, and the picture in hand is answered', async (_, estimate) => {
    const log: string[] = [];
    const switched: [DetectorChoice, SwitchReason][] = [];
    const run = new DetectorRun(
      open('webgl', estimate, () => true, log),
      {
        open: () => expect.unreachable(),
        fallBack: () => Promise.resolve(ok(wasm(log))),
        onSwitched: (choice, why) => switched.push([choice, why]),
      },
    );
    expect(await run.estimate(frame, 0)).toEqual(ok(pose));
    expect(run.choice.backend).toBe('wasm');
    expect(switched).toMatchObject([[{ backend: 'wasm' }, { kind: 'gpu-lost' }]]);
    expect(log).toEqual(['webgl model freed', 'webgl closed']);
    expect(await run.estimate(frame, 1)).toEqual(ok(pose));
    run.close();
    expect(log.slice(2)).toEqual(['wasm model freed', 'wasm closed']);
  });

  test('with nothing to take over ends the run, and nothing is closed or opened twice', async () => {
    const log: string[] = [];
    let attempts = 0;
    const run = new DetectorRun(
      open(
        'webgpu',
        () => Promise.resolve(null),
        () => true,
        log,
      ),
      {
        open: () => expect.unreachable(),
        fallBack: () => {
          attempts++;
          return Promise.resolve(fail('model-missing', 'no WASM'));
        },
        onSwitched: () => expect.unreachable(),
      },
    );
    const why = fail('backend-failed', 'webgpu lost, then model-missing: no WASM');
    expect(await run.estimate(frame, 0)).toEqual(why);
    expect(await run.estimate(frame, 1)).toEqual(why);
    expect(attempts).toBe(1);
    run.close();
    expect(log).toEqual(['webgpu model freed', 'webgpu closed']);
  });
});

describe('another choice', () => {
  const found = () => Promise.resolve(pose);
  const there = () => false;
  function running(backend: BackendId, next: Result<OpenDetector>, log: string[]) {
    const switched: string[] = [];
    const run = new DetectorRun(open(backend, found, there, log), {
      open: (_, beside) => {
        log.push(beside === null ? 'opened alone' : `opened beside ${beside.id}`);
        return Promise.resolve(next);
      },
      fallBack: () => Promise.resolve(ok(wasm(log))),
      onSwitched: ({ backend: to }, why) =>
        switched.push(`${typeof why === 'string' ? why : why.kind} → ${to}`),
    });
    return { run, switched };
  }
  const to = (backend: BackendId) => open(backend, found, there, []).choice;
  const broken = fail('model-missing', 'thunder');

  test('of the same back end is loaded beside the first, which goes only then', async () => {
    const log: string[] = [];
    const { run, switched } = running('wasm', ok(wasm(log)), log);
    expect(await run.change(to('wasm'), 'slower')).toBe(true);
    expect(log).toEqual(['opened beside wasm', 'wasm model freed']);
    expect(switched).toEqual(['slower → wasm']);
  });

  test('of the same back end that cannot be had leaves the first at work', async () => {
    const log: string[] = [];
    const { run, switched } = running('wasm', broken, log);
    expect(await run.change(to('wasm'), 'slower')).toBe(false);
    expect(log).toEqual(['opened beside wasm']);
    expect(switched).toEqual([]);
    expect(await run.estimate(frame, 0)).toEqual(ok(pose));
  });

  test('of another back end: the first is let go before', async () => {
    const log: string[] = [];
    const { run, switched } = running('webgl', ok(wasm(log)), log);
    expect(await run.change(to('wasm'), 'slower')).toBe(true);
    expect(log).toEqual(['webgl model freed', 'webgl closed', 'opened alone']);
    expect(switched).toEqual(['slower → wasm']);
  });

  test('of another back end that cannot be had: WASM goes on', async () => {
    const log: string[] = [];
    const { run, switched } = running('webgl', broken, log);
    expect(await run.change(to('webgpu'), 'slower')).toBe(false);
    expect(switched).toEqual(['model-missing → wasm']);
    expect(await run.estimate(frame, 0)).toEqual(ok(pose));
  });

  test('after the end changes nothing', async () => {
    const log: string[] = [];
    const { run } = running('wasm', ok(wasm(log)), log);
    run.close();
    expect(await run.change(to('wasm'), 'slower')).toBe(false);
  });
});

test.each([
  [new RangeError('Array buffer allocation failed'), 'memory-full'],
  [new Error('abort(OOM)'), 'memory-full'],
  [
    new WebAssembly.RuntimeError('Aborted(). Build with -sASSERTIONS for more info.'),
    'memory-full',
  ],
  [new WebAssembly.RuntimeError('unreachable'), 'backend-failed'],
  [new Error('bad op'), 'backend-failed'],
])('a break that is no loss: %s', async (error, kind) => {
  const log: string[] = [];
  const run = new DetectorRun(
    open(
      'wasm',
      () => Promise.reject(error),
      () => false,
      log,
    ),
    {
      open: () => expect.unreachable(),
      fallBack: () => expect.unreachable(),
      onSwitched: () => expect.unreachable(),
    },
  );
  const first = await run.estimate(frame, 0);
  expect(first).toMatchObject({ ok: false, error: { kind } });
  expect(await run.estimate(frame, 1)).toEqual(first);
  // what a back end without memory computes is no pose any more
  expect(log).toEqual(kind === 'memory-full' ? ['wasm model freed', 'wasm closed'] : []);
});
