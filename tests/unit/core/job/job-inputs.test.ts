import { describe, expect, it, test } from 'vitest';
import { noAnswers, withAnswer } from '../../../../src/core/job/job-answers';
import {
  answered,
  fedBy,
  missing,
  numberAt,
  numberInput,
  saidOf,
} from '../../../../src/core/job/job-inputs';
import type { SheetInput } from '../../../../src/core/job/sheet';

const none = noAnswers();
const entered = withAnswer(none, 'origin.horizontalCm', 0);
const reach = (answers: typeof none, measured?: Parameters<typeof numberAt>[3]) =>
  numberAt(answers, 'origin.horizontalCm', 'cm', measured);
const path = 'origin.horizontalCm';

describe('an input that is a number (JOB-2)', () => {
  const seen = { value: 40, error: 3, ask: null } as const;
  const unseen = { value: null, error: null, ask: 'out-of-frame' } as const;

  it.each<[string, SheetInput, Partial<SheetInput>]>([
    ['measured', reach(none, seen), { value: 40, error: 3, from: 'camera', why: null }],
    [
      'entered, 0 too, before the camera',
      reach(entered, seen),
      { value: 0, error: 0, from: 'asked', why: null },
    ],
    [
      'not judged: the camera says why',
      reach(none, unseen),
      { value: null, error: null, from: null, why: 'out-of-frame' },
    ],
    ['nobody asked', reach(none), { value: null, error: null, from: null, why: 'not-asked' }],
  ])('%s', (_, input, expected) => {
    expect(input).toEqual({ path, unit: 'cm', ...expected });
  });

  test.each<[Partial<SheetInput>, object]>([
    [{}, { value: 0.4, error: 0.03, judged: true, origin: 'camera' }],
    [
      { from: 'asked', error: 0 },
      { value: 0.4, error: 0, judged: true, origin: 'asked' },
    ],
    [
      { value: null, error: null, from: null, why: 'out-of-frame' },
      { value: null, error: null, judged: 'out-of-frame', origin: 'asked' },
    ],
    [
      { value: null, error: null, from: null, why: 'not-seen' },
      { value: null, error: null, judged: 'not-measurable', origin: 'asked' },
    ],
    [
      { value: null, error: null, from: null, why: 'not-asked' },
      { value: null, error: null, judged: 'not-measurable', origin: 'asked' },
    ],
    [
      { value: 'word', error: null },
      { value: null, error: null, judged: true, origin: 'camera' },
    ],
  ])('as the zone methods take it, in metres: %o', (change, expected) => {
    const input: SheetInput = { ...reach(none, { ...seen, error: 3 }), ...change };
    expect(numberInput(input, 0.01)).toEqual(expected);
  });
});

describe('an input that only a person knows', () => {
  it.each<[string, SheetInput, Partial<SheetInput>]>([
    [
      'answered with no',
      answered(withAnswer(none, 'control', false), 'control'),
      { value: false, from: 'asked', why: null },
    ],
    [
      'answered before what is assumed',
      answered(withAnswer(none, 'control', true), 'control', false),
      { value: true, from: 'asked', why: null },
    ],
    ['assumed', answered(none, 'control', false), { value: false, from: 'assumed', why: null }],
    ['not answered', answered(none, 'control'), { value: null, from: null, why: 'not-asked' }],
  ])('%s', (_, input, expected) => {
    expect(input).toEqual({ path: 'control', unit: null, error: null, ...expected });
  });

  it('those that are not there are named in order; 0 and no are there', () => {
    const inputs = [
      answered(none, 'coupling'),
      reach(entered),
      answered(withAnswer(none, 'control', false), 'control'),
      numberAt(none, 'massKg', 'kg'),
    ];
    expect(missing(inputs)).toEqual(['coupling', 'massKg']);
  });

  it('answers by name are asked, each of them', () => {
    expect(saidOf({ a: true, b: null })).toEqual({
      a: { value: true, origin: 'asked' },
      b: { value: null, origin: 'asked' },
    });
  });
});

test.each([
  [
    { value: 5, error: 1, judged: true },
    { value: 5, error: 1, ask: null },
  ],
  [
    { value: 5, error: 9, judged: 'too-uncertain' },
    { value: null, error: null, ask: 'too-uncertain' },
  ],
  [
    { value: null, error: null, judged: true },
    { value: null, error: null, ask: 'not-measurable' },
  ],
  [
    { value: 5, error: null, judged: true },
    { value: null, error: null, ask: 'not-measurable' },
  ],
] as const)('a measure is fed only where it is judged: %o', (measure, expected) => {
  expect(fedBy(measure)).toEqual(expected);
});
