import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { VideoPrograms } from './recording-probe';

/**
 * Finds ffmpeg and ffprobe: LIFTCHECK_FFMPEG (then ffprobe beside it), else PATH.
 *
 * @returns the programs, or what to tell the person
 */
export async function findVideoPrograms(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<VideoPrograms | string> {
  const named = environment['LIFTCHECK_FFMPEG'];
  const ffmpeg = named ? named : 'ffmpeg';
  const version = await versionOf(ffmpeg);
  if (version === null) {
    return named
      ? `LIFTCHECK_FFMPEG names ${named}, which does not start. Point it to an ffmpeg program, or unset it to use the one on PATH.`
      : 'Videos and pictures are read with ffmpeg, and it was not found. Install it (Debian, Ubuntu: sudo apt-get install ffmpeg; macOS: brew install ffmpeg; Windows: winget install Gyan.FFmpeg) or set LIFTCHECK_FFMPEG to its path.';
  }
  const beside = join(dirname(ffmpeg), `ffprobe${extname(ffmpeg)}`);
  const ffprobe = named && existsSync(beside) ? beside : 'ffprobe';
  if ((await versionOf(ffprobe)) === null) {
    return `ffmpeg is there, but its companion ffprobe is not. Install the full ffmpeg package, or put ffprobe beside ${ffmpeg}.`;
  }
  return { ffmpeg, ffprobe, everyFrame: everyFrameArguments(version) };
}

/** Builds without a version number are recent ones. */
function everyFrameArguments(version: string): readonly string[] {
  const number = /version n?(\d+)\.(\d+)/.exec(version);
  const old = number !== null && Number(number[1]) + Number(number[2]) / 10 < 5.05;
  return old ? ['-vsync', 'passthrough'] : ['-fps_mode', 'passthrough'];
}

function versionOf(program: string): Promise<string | null> {
  return new Promise((done) => {
    execFile(program, ['-version'], { timeout: 20_000 }, (error, stdout) =>
      done(error ? null : (stdout.split('\n')[0] ?? '')),
    );
  });
}
