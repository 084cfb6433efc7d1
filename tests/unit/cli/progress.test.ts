import { describe, expect, it } from 'vitest';
import { Progress } from '../../../src/cli/progress';

/** A run of two files that takes 1 s for each percent. */
function written(isTTY: boolean, percents: number): string {
  let text = '';
  let nowMs = 0;
  const stream = { isTTY, write: (piece: string) => (text += piece) };
  const progress = new Progress(stream, 2, () => nowMs);
  progress.start('long.mp4');
  for (let percent = 1; percent <= percents; percent++) {
    nowMs += 1000;
    progress.update('long.mp4', percent / 100);
  }
  progress.end('long.mp4', 'long.mp4: 1 lift');
  return text;
}

describe('progress', () => {
  it('is one line that is rewritten on a terminal', () => {
    const text = written(true, 25);
    expect(text).toContain('\r\x1b[K[1/2] long.mp4 25 %');
    expect(text.split('\n')).toHaveLength(2);
  });

  it('does not come back behind the last line', () => {
    let text = '';
    const progress = new Progress({ isTTY: true, write: (piece) => (text += piece) }, 2);
    progress.start('long.mp4');
    progress.close('2 files');
    expect(text).toBe('[1/2] long.mp4 0 %\r\x1b[K2 files\n');
  });

  it('is a line now and then elsewhere, so that a long recording is not silent', () => {
    expect(written(false, 25).split('\n')).toEqual([
      '[1/2] long.mp4 10 %',
      '[1/2] long.mp4 20 %',
      '[1/2] long.mp4: 1 lift',
      '',
    ]);
  });

  it('is the result alone when a file is quick', () => {
    expect(written(false, 5)).toBe('[1/2] long.mp4: 1 lift\n');
  });
});
