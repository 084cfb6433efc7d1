import type { NotJudgedReason } from '../../../../src/core/kinematics/measure';
import type { Answer, InputOrigin, NumberInput } from '../../../../src/core/standards/judged-range';

export const seen = (value: number, error = 0): NumberInput => ({
  value,
  error,
  judged: true,
  origin: 'camera',
});
export const unseen = (judged: NotJudgedReason, origin: InputOrigin = 'camera'): NumberInput => ({
  value: null,
  error: null,
  judged,
  origin,
});
export const told = <T>(value: T | null): Answer<T> => ({ value, origin: 'asked' });
