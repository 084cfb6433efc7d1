import { expect, it, vi } from 'vitest';
import { oncePer } from '../../../src/core/once-per';

it('works out once for each object, not for each that is alike', () => {
  const work = vi.fn(({ x }: { x: number }) => ({ twice: 2 * x }));
  const twiceOf = oncePer(work);
  const [one, alike] = [{ x: 1 }, { x: 1 }];
  expect(twiceOf(one)).toEqual({ twice: 2 });
  expect(twiceOf(one)).toBe(twiceOf(one));
  expect(twiceOf(alike)).not.toBe(twiceOf(one));
  expect(work).toHaveBeenCalledTimes(2);
});

it('keeps nothing of an error', () => {
  const work = vi.fn<(of: object) => object>().mockImplementationOnce(() => {
    throw new Error('not yet');
  });
  const of = {};
  const asked = oncePer(work.mockReturnValue({ done: true }));
  expect(() => asked(of)).toThrow('not yet');
  expect(asked(of)).toEqual({ done: true });
});
