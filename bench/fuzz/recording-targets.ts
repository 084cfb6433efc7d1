import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { probeRecording, type VideoPrograms } from '../../src/cli/recording-probe';
import { readVideoFrames } from '../../src/cli/video-frames';
import { damagedBytes } from './damage';
import type { FuzzFiles } from './fuzz-files';
import type { ReadingThread } from './reading-thread';
import { expectKnownFailure, expectThat, targetOf, type FuzzTarget } from './fuzz-target';

const FPS = 5;
const SIDE = 320;
/** More pictures than any of the files can hold, at this rate. */
const MOST_PICTURES = 2000;

/**
 * Recordings with damaged headers: as the page opens them (Node decodes nothing, so this ends at the codec; the tests in
 * the browser go on), and as the command line reads them with ffmpeg.
 *
 * @param programs null = without the command line's part
 */
export function recordingTargets(
  files: FuzzFiles,
  thread: ReadingThread,
  programs: VideoPrograms | null,
): FuzzTarget[] {
  const bytes = files.recordings;
  const inPage = targetOf({
    name: 'recording in the page',
    inputs: damagedBytes(bytes, 1200),
    slowestMs: 10_000,
    check: async (damaged) => {
      const video = await thread.open(damaged);
      if (!video.ok) return expectKnownFailure(video.error);
      const { width, height, durationS } = video.value;
      expectThat(width > 0 && height > 0 && durationS > 0, 'opened without a size');
    },
  });
  if (programs === null) return [inPage];
  const path = join(mkdtempSync(join(tmpdir(), 'liftcheck-fuzz-')), 'recording.mp4');
  const inCommand = targetOf({
    name: 'recording on the command line',
    inputs: damagedBytes(bytes, 1200),
    slowestMs: 60_000,
    check: async (damaged) => {
      writeFileSync(path, damaged);
      const info = await probeRecording(programs, { path, still: false });
      if (!info.ok) return expectKnownFailure(info.error);
      const request = { path, still: false, info: info.value, fps: FPS, maxSide: SIDE };
      let lastS = -1;
      let count = 0;
      for await (const { timeS, frame } of readVideoFrames(programs, request)) {
        expectThat(timeS > lastS, 'times do not rise');
        expectThat(Math.max(frame.width, frame.height) <= SIDE, 'a picture larger than asked for');
        expectThat(Math.min(frame.width, frame.height) >= 1, 'a picture without a size');
        lastS = timeS;
        if (++count > MOST_PICTURES) break;
      }
    },
  });
  return [inPage, inCommand];
}
