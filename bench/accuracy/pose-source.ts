import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ok, type Result } from '../../src/core/errors';
import type { DetectorId } from '../../src/core/pose/pose';
import { parsePoses, type SavedPoses } from '../../src/core/session/poses-file';

/** A recording's pictures and where else its poses may lie. */
export interface Pictures {
  folder: string;
  name: string;
  /** null = there is no video, only saved poses. */
  video: string | null;
}

export interface PoseSourceOptions {
  /** The repository's own folder. */
  root: string;
  /** One hash over all that decides which poses come out of a video. */
  detectionStamp: string;
  fps: number;
  /** Folders with saved pose files NAME.analysis.json, themselves or in a folder named after the detector. */
  savedIn: readonly string[];
  cache: string;
  say: (line: string) => void;
}

/**
 * The poses of videos: from saved pose files, from the cache, else found by the command line, as a user's would be,
 * and then kept. The key of the cache holds everything that the poses depend on.
 */
export class PoseSource {
  constructor(private readonly options: PoseSourceOptions) {}

  /** The error is a sentence. */
  async posesOf(
    { folder, name, video }: Pictures,
    detector: DetectorId,
  ): Promise<Result<SavedPoses, string>> {
    const file = `${name}.analysis.json`;
    const { savedIn } = this.options;
    const places = [...savedIn.flatMap((dir) => [join(dir, detector), dir]), folder];
    for (const saved of places.map((place) => join(place, file)).filter((p) => existsSync(p))) {
      const poses = await readPoses(saved);
      if (!poses.ok || poses.value.detector === detector) return poses;
    }
    if (video === null)
      return { ok: false, error: `there is neither a video nor a pose file of ${detector}` };
    const kept = join(this.options.cache, `${await this.keyOf(video, detector)}.json`);
    if (!existsSync(kept)) {
      const failure = await this.detect(video, detector, kept);
      if (failure !== null) return { ok: false, error: failure };
    }
    return readPoses(kept);
  }

  private async keyOf(video: string, detector: DetectorId): Promise<string> {
    const { detectionStamp, fps } = this.options;
    return createHash('sha256')
      .update(`${detector}\0${fps}\0${detectionStamp}\0`)
      .update(await readFile(video))
      .digest('hex');
  }

  /** @returns null when `kept` is there, else why not */
  private async detect(video: string, detector: DetectorId, kept: string): Promise<string | null> {
    const { cache, fps, root, say } = this.options;
    await mkdir(cache, { recursive: true });
    const out = await mkdtemp(join(cache, 'part-'));
    try {
      say(`${detector} looks at ${basename(video)} …`);
      const command = [join(root, 'bin/liftcheck.mjs'), 'analyze', video];
      const options = ['--out', out, '--model', detector, '--fps', `${fps}`, '--poses'];
      const { code, said } = await run([...command, ...options]);
      if (code !== 0) return said.trim().split('\n').at(-1) ?? `exit code ${code}`;
      await rename(join(out, `${basename(video, extname(video))}.analysis.json`), kept);
      return null;
    } finally {
      await rm(out, { recursive: true, force: true });
    }
  }
}

function run(words: string[]): Promise<{ code: number; said: string }> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', fail).on('close', (code) => done({ code: code ?? 1, said }));
  });
}

async function readPoses(path: string): Promise<Result<SavedPoses, string>> {
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch (thrown) {
    return {
      ok: false,
      error: `${path}: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    };
  }
  const poses = parsePoses(json);
  return poses.ok ? ok(poses.value) : { ok: false, error: `${path}: ${poses.error.detail}` };
}
