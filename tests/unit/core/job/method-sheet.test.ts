import { describe, expect, test } from 'vitest';
import { result, sheetOf } from '../../../../src/core/job/method-sheet';

const told = result('total', 3);
const open = result('total', null, { low: 1 });
const none = result('total', null);
const sheet = (parts: Partial<Parameters<typeof sheetOf<string>>[2]>) =>
  sheetOf<string>('mac', 'a source', { detail: 'detail', ...parts });

describe('what a method comes to (JOB-5)', () => {
  test.each<[string, Parameters<typeof sheet>[0], object]>([
    ['a result', { results: [told] }, { state: 'told', detail: 'detail', results: [told] }],
    [
      'a result, though something is asked',
      { results: [told], asked: ['massKg'] },
      { state: 'told', asked: ['massKg'] },
    ],
    ['one result of two', { results: [none, told] }, { state: 'told', results: [none, told] }],
    ['only the ends of a result', { results: [open] }, { state: 'told', detail: 'detail' }],
    ['no value', { results: [none], asked: ['massKg'] }, { state: 'asked', detail: null }],
    [
      'nothing, and nothing to ask',
      {},
      { state: 'not-judged', detail: null, results: [], asked: [] },
    ],
    [
      'nothing the camera could tell',
      { notJudged: ['no-person'] },
      { state: 'not-judged', notJudged: ['no-person'] },
    ],
    [
      'refused, whatever else is known',
      { results: [told], asked: ['massKg'], refused: ['heat'] },
      { state: 'refused', refused: ['heat'], results: [], detail: null },
    ],
  ])('%s', (_, parts, expected) => {
    expect(sheet(parts)).toMatchObject({ method: 'mac', source: 'a source', ...expected });
  });

  test.each([
    [{ results: [told] }, true],
    [{ results: [told, result('left', 1, { verified: false })] }, false],
    [{ results: [told], verified: false }, false],
    [{ results: [result('left', 1, { verified: false })], verified: true }, true],
  ])('is read again as far as all its results are, unless that is said: %o', (parts, verified) => {
    expect(sheet(parts).verified).toBe(verified);
  });

  test('what sources differ in is passed on; where nothing is said, they do not', () => {
    const differs = [{ what: 'one' }] as unknown as Parameters<typeof sheet>[0]['differs'] & {};
    expect(sheet({ differs }).differs).toEqual(differs);
    expect(sheet({})).toMatchObject({ differs: [], inputs: [], refused: [], notJudged: [] });
  });
});

test('a result without more has no ends, no unit and no level, and says why it has no value', () => {
  const base = { name: 'total', low: null, high: null, unit: null, level: null, verified: true };
  expect(result('total', 0)).toEqual({ ...base, value: 0, why: null });
  expect(result('total', null)).toEqual({ ...base, value: null, why: 'not-measurable' });
  expect(result('total', null, { why: 'not-asked' }).why).toBe('not-asked');
});
