import { describe, expect, test } from 'vitest';
import {
  candidateDetectors,
  candidateThreads,
  choose,
  isEnough,
  type Wish,
} from '../../../src/detect/detector-choice';
import type { MeasuredChoice } from '../../../src/pipeline/protocol';

const live: Wish = { use: 'live', detector: 'auto', backend: 'auto' };
const recording: Wish = { use: 'recording', detector: 'auto', backend: 'auto' };
const m = (name: string, posesPerSecond: number, threads = 1): MeasuredChoice => {
  const [model, backend] = name.split(' ');
  return { detector: `movenet-${model}`, backend, threads, posesPerSecond } as MeasuredChoice;
};

describe('live', () => {
  test.each<[string, MeasuredChoice[], string]>([
    [
      'thunder only with margin over ten a second',
      [m('lightning wasm', 30), m('thunder wasm', 12.9)],
      'lightning wasm',
    ],
    [
      'thunder when it has the margin',
      [m('lightning wasm', 40), m('thunder wasm', 13)],
      'thunder wasm',
    ],
    [
      'thunder on the GPU that carries it',
      [m('lightning wasm', 20), m('thunder wasm', 6), m('thunder webgpu', 55)],
      'thunder webgpu',
    ],
    [
      'the faster of two GPUs',
      [m('thunder webgl', 30), m('thunder webgpu', 20), m('lightning wasm', 18)],
      'thunder webgl',
    ],
    [
      'the fastest there is on a slow machine',
      [m('lightning wasm', 7), m('thunder wasm', 2), m('lightning webgl', 1)],
      'lightning wasm',
    ],
    [
      'a slow GPU never',
      [m('lightning wasm', 15), m('thunder wasm', 4), m('thunder webgl', 1)],
      'lightning wasm',
    ],
  ])('%s', (_, measured, expected) => {
    const chosen = choose(measured, live)!;
    expect(`${chosen.detector.slice('movenet-'.length)} ${chosen.backend}`).toBe(expected);
  });

  test('what the person chose is kept to, however slow', () => {
    const measured = [m('lightning wasm', 30), m('thunder wasm', 3), m('thunder webgl', 2)];
    expect(choose(measured, { ...live, detector: 'movenet-thunder' })).toEqual(
      m('thunder wasm', 3),
    );
    expect(choose(measured, { ...live, backend: 'webgl' })).toEqual(m('thunder webgl', 2));
    expect(choose(measured, { ...live, backend: 'webgpu' })).toBeNull();
  });
});

test('a recording gets thunder, on its fastest back end and number of threads', () => {
  expect(choose([m('thunder wasm', 9, 2), m('thunder wasm', 6, 1)], recording)?.threads).toBe(2);
  expect(
    choose([m('thunder wasm', 4, 2), m('thunder wasm', 6, 1), m('lightning wasm', 30)], recording),
  ).toEqual(m('thunder wasm', 6, 1));
});

test('nothing measured, nothing chosen', () => expect(choose([], live)).toBeNull());

test('what is measured', () => {
  expect(candidateDetectors(live)).toEqual(['movenet-lightning', 'movenet-thunder']);
  expect(candidateDetectors(recording)).toEqual(['movenet-thunder']);
  expect(candidateDetectors({ ...live, detector: 'blazepose-full' })).toEqual(['blazepose-full']);
  expect(isEnough([m('thunder webgpu', 14)], live)).toBe(true);
  expect(isEnough([m('lightning webgpu', 60), m('thunder webgpu', 12)], live)).toBe(false);
});

test.each([
  ['live', 8, true, [4]],
  ['live', 4, true, [3]],
  ['live', 2, true, [1]],
  ['live', 8, false, [1]],
  ['recording', 2, true, [2, 1]],
  ['recording', 16, true, [4]],
  ['recording', 1, true, [1]],
] as const)('threads for %s on %i cores, isolated %s', (use, cores, isolated, threads) => {
  expect(candidateThreads(use, cores, isolated)).toEqual(threads);
});
