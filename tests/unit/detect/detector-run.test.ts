import { describe, expect, test } from 'vitest';
import { fail, ok, type AppError } from '../../../src/core/errors';
import type { Pose } from '../../../src/core/pose/pose';
import { DetectorRun } from '../../../src/detect/detector-run';
import type { OpenDetector } from '../../../src/detect/open-detector';
import type { BackendId, DetectorChoice } from '../../../src/pipeline/protocol';

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
    const switched: [DetectorChoice, AppError][] = [];
    const run = new DetectorRun(
      open('webgl', estimate, () => true, log),
      {
        fallBack: () => Promise.resolve(ok(wasm(log))),
        onSwitched: (choice, why) => switched.push([choice, why]),
      },
    );
    expect(await run.estimate(frame, 0)).toEqual(ok(pose));
    expect(run.choice.backend).toBe('wasm');
    expect(switched.map(([choice, why]) => [choice.backend, why.kind])).toEqual([
      ['wasm', 'gpu-lost'],
    ]);
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

test.each([
  [new RangeError('Array buffer allocation failed'), 'memory-full'],
  [new Error('abort(OOM)'), 'memory-full'],
  [new Error('bad op'), 'backend-failed'],
])('a break that is no loss: %s', async (error, kind) => {
  const run = new DetectorRun(
    open(
      'wasm',
      () => Promise.reject(error),
      () => false,
      [],
    ),
    {
      fallBack: () => expect.unreachable(),
      onSwitched: () => expect.unreachable(),
    },
  );
  expect(await run.estimate(frame, 0)).toMatchObject({ ok: false, error: { kind } });
});
