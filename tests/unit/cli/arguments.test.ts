import { describe, expect, it } from 'vitest';
import { readArguments } from '../../../src/cli/arguments';

describe('readArguments', () => {
  it('takes the defaults', () => {
    expect(readArguments(['analyze', 'a.mp4', '--out', 'results'])).toEqual({
      kind: 'analyze',
      options: {
        files: ['a.mp4'],
        out: 'results',
        model: 'movenet-thunder',
        fps: 15,
        heightM: null,
        jobs: null,
        poses: false,
        skeleton: false,
        again: false,
      },
    });
  });

  it('takes every option, in any order', () => {
    const words =
      '--poses --skeleton --again analyze --jobs 2 a.mp4 --model=blazepose-full b.mp4 --fps 12.5 --height-cm 182 --out o';
    expect(readArguments(words.split(' '))).toEqual({
      kind: 'analyze',
      options: {
        files: ['a.mp4', 'b.mp4'],
        out: 'o',
        model: 'blazepose-full',
        fps: 12.5,
        heightM: 1.82,
        jobs: 2,
        poses: true,
        skeleton: true,
        again: true,
      },
    });
  });

  it('takes what follows -- as files', () => {
    expect(readArguments(['analyze', '--out', 'o', '--', '--help'])).toMatchObject({
      options: { files: ['--help'] },
    });
  });

  it('helps and tells its version', () => {
    for (const words of [[], ['--help'], ['-h'], ['help'], ['analyze', '--help']]) {
      expect(readArguments(words)).toEqual({ kind: 'help' });
    }
    expect(readArguments(['--version'])).toEqual({ kind: 'version' });
  });

  it.each([
    [['analyse', 'a.mp4'], 'analyze'],
    [['analyze', '--out', 'o'], 'at least one file'],
    [['analyze', 'a.mp4'], '--out DIR'],
    [['analyze', 'a.mp4', '--out'], '--out'],
    [['analyze', 'a.mp4', '--out', 'o', '--model', 'best'], 'movenet-lightning'],
    [['analyze', 'a.mp4', '--out', 'o', '--fps', '0'], '--fps'],
    [['analyze', 'a.mp4', '--out', 'o', '--fps', 'Infinity'], '--fps'],
    [['analyze', 'a.mp4', '--out', 'o', '--height-cm', '1.8'], '--height-cm'],
    [['analyze', 'a.mp4', '--out', 'o', '--jobs', '1.5'], '--jobs'],
    [['analyze', 'a.mp4', '--out', 'o', '--jobs='], '--jobs'],
    [['analyze', 'a.mp4', '--out', 'o', '--fast'], '--fast'],
  ])('says what to change in %j', (words, hint) => {
    const command = readArguments(words);
    expect(command.kind).toBe('usage');
    expect(command).toHaveProperty('message', expect.stringContaining(hint));
  });
});
