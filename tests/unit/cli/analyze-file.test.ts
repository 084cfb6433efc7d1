import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { analyzeFile, type Instruments } from '../../../src/cli/analyze-file';
import { findVideoPrograms } from '../../../src/cli/video-programs';
import { ok } from '../../../src/core/errors';
import { parseLifters } from '../../../src/core/kinematics/lifter';
import type { Pose } from '../../../src/core/pose/pose';
import { demo, fixture } from './command';

const programs = await findVideoPrograms();
if (typeof programs === 'string') throw new Error(programs);
const lifters = parseLifters(
  JSON.parse(readFileSync(new URL('../../../models/lifter.json', import.meta.url), 'utf8')),
);
const options = {
  model: 'movenet-lightning',
  fps: 15,
  heightM: null,
  poses: false,
  skeleton: false,
} as const;
const silent = { progress: () => undefined, notice: () => undefined };

/** Everything but the eyes is real. */
function instruments(estimate: () => Promise<Pose | null>): Instruments {
  return {
    lifters: () => Promise.resolve(ok(lifters)),
    programs: () => Promise.resolve(ok(programs as Exclude<typeof programs, string>)),
    masker: () => Promise.reject(new Error('nobody lifts here')),
    detector: () =>
      Promise.resolve(
        ok({
          id: options.model,
          estimate,
          stay: () => undefined,
          reset: () => undefined,
          dispose: () => undefined,
        }),
      ),
  };
}
const runningPrograms = () =>
  process.getActiveResourcesInfo().filter((name) => name === 'ProcessWrap').length;

test('a back end that breaks down leaves no ffmpeg behind', async () => {
  let running = 0;
  const broken = instruments(() => {
    running = runningPrograms();
    return Promise.reject(new Error('broken'));
  });
  await expect(analyzeFile(demo('good'), options, broken, silent)).rejects.toThrow('broken');
  expect(running).toBe(1);
  await expect.poll(runningPrograms).toBe(0);
});

test.each([
  ['video/truncated.mp4', 1.44, [expect.stringContaining('only up to 1.4 s of 3.0 s')]],
  ['video/quicktime.mov', undefined, []],
])('%s could be read up to %s s', async (name, damagedAtS, said) => {
  const notices: string[] = [];
  const nobody = instruments(() => Promise.resolve(null));
  const listener = { ...silent, notice: (text: string) => notices.push(text) };
  const analysis = await analyzeFile(fixture(name), options, nobody, listener);
  if (!analysis.ok) throw new Error(analysis.error.detail);
  expect(analysis.value.source.damagedAtS).toBe(damagedAtS);
  expect(notices).toEqual(said);
});
