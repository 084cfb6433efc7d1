import { expect, test } from 'vitest';
import { chooseCoaching } from '../../../../src/core/coaching/coaching';
import type { CueId } from '../../../../src/core/coaching/cue-list';
import { liftWith, verdictWith } from './arbitrary-verdict';

const FAR: readonly [number, number] = [90, 6];
const CLOSE: readonly [number, number] = [61, 6];
const BOTH: CueId[] = ['go-down-with-it', 'start-higher'];

test.each<[title: string, values: Parameters<typeof liftWith>[0], told: CueId[], cue: CueId]>([
  ['the far bend is the only fault', { 'bent-back': FAR }, BOTH, 'soften-your-knees'],
  ['only one of its cues was told', { 'bent-back': FAR }, ['start-higher'], 'go-down-with-it'],
  ['the bend is too close to call', { 'bent-back': CLOSE }, BOTH, 'go-down-with-it'],
  [
    'a lesser fault is too close to call',
    { 'bent-back': FAR, 'far-load': [0.6, 0.06] },
    BOTH,
    'go-down-with-it',
  ],
])('CUE-4: knees, or a cue of the bend itself: %s', (_, values, told, cue) => {
  const lift = liftWith({ ...values, 'straight-legs': [12, 6] }, 'lift', ['straight-legs']);
  expect(chooseCoaching(lift, told, [lift])).toMatchObject({ kind: 'cue', cue });
});

test('CUE-4: where legs were not straight, nothing is made of them', () => {
  const bent = liftWith({ 'bent-back': FAR });
  expect(chooseCoaching(bent, BOTH, [bent])).toMatchObject({ cue: 'go-down-with-it' });
});

test('CUE-2: a bend flagged in one phase and close in the other is one fault, so knees are told', () => {
  const lift = verdictWith([
    ...liftWith({ 'bent-back': FAR, 'straight-legs': [12, 6] }, 'lift', ['straight-legs']).checks,
    ...liftWith({ 'bent-back': CLOSE }, 'lower').checks,
  ]);
  expect(chooseCoaching(lift, BOTH, [lift])).toMatchObject({ cue: 'soften-your-knees' });
});
