import { describe, expect, it } from 'vitest';
import { nameOutputs } from '../../../src/cli/output-names';

const outputs = (inputs: string[], out = 'o'): string[] =>
  nameOutputs(inputs, out).map(({ output }) => output);

describe('nameOutputs', () => {
  it('names results after their inputs', () => {
    expect(outputs(['a/good.mp4', 'b.with.dots.mov', 'noending'])).toEqual([
      'o/good.analysis.json',
      'o/b.with.dots.analysis.json',
      'o/noending.analysis.json',
    ]);
  });

  it('never gives two inputs the same result', () => {
    expect(outputs(['a/x.mp4', 'b/x.mp4', 'x.webm', 'X.mov'])).toEqual([
      'o/x.analysis.json',
      'o/x-2.analysis.json',
      'o/x-3.analysis.json',
      'o/X-4.analysis.json',
    ]);
  });

  it('does not take a name that another input has by nature', () => {
    expect(outputs(['a/x.mp4', 'b/x.mp4', 'x-2.mp4'])).toEqual([
      'o/x.analysis.json',
      'o/x-3.analysis.json',
      'o/x-2.analysis.json',
    ]);
  });

  it('names the result of saved poses after the recording, and never replaces them', () => {
    expect(outputs(['p/good.analysis.json'])).toEqual(['o/good.analysis.json']);
    expect(outputs(['o/good.analysis.json'])).toEqual(['o/good-2.analysis.json']);
  });
});
