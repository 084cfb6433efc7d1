import { describe, expect, it } from 'vitest';
import { FrameLog } from '../../../src/cli/frame-log';

const PRINTED = `[info] Input #0, mov,mp4, from 'clip.mp4':
[Parsed_showinfo_0 @ 0x55] [info] config in time_base: 1/12800, frame_rate: 25/1
[Parsed_showinfo_0 @ 0x55] [info] n:   0 pts:      0 pts_time:0       pos:     2982 fmt:yuv420p
[Parsed_showinfo_0 @ 0x55] [info] color_range:tv
[h264 @ 0x56] [error] error while decoding MB 8 4
[Parsed_showinfo_0 @ 0x55] [info] n:  25000 pts:12800512 pts_time:1000.04 pos: 1 fmt:yuv420p
[Parsed_showinfo_0 @ 0x55] [info] n:  25001 pts: NOPTS pts_time:NOPTS pos: 1 fmt:yuv420p
`;

describe('FrameLog', () => {
  it('counts exact times from ticks, however the text is cut', () => {
    for (const piece of [1, 7, 1000]) {
      const log = new FrameLog();
      for (let at = 0; at < PRINTED.length; at += piece) log.push(PRINTED.slice(at, at + piece));
      expect(log.takeTime()).toBe(0);
      expect(log.takeTime()).toBe(1000.04);
      expect(log.takeTime()).toBeNaN();
      expect(log.takeTime()).toBeUndefined();
      expect(log.errors).toEqual(['error while decoding MB 8 4']);
    }
  });

  it('is not fooled by words in a file that look like its own', () => {
    const log = new FrameLog();
    log.push('[info]     title : showinfo n: 0 pts: 7 pts_time:7\n');
    expect(log.takeTime()).toBeUndefined();
  });

  it('lets a waiting reader go on when no more text comes', async () => {
    const log = new FrameLog();
    const waiting = log.hasTime();
    log.end();
    await expect(waiting).resolves.toBeUndefined();
  });
});
