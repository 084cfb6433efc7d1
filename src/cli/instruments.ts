import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../core/errors';
import { parseLifters, type LifterSet } from '../core/kinematics/lifter';
import type { DetectorId } from '../core/pose/pose';
import type { PersonMasker, PoseDetector } from '../detect/detector-port';
import { createNodeDetector, createNodeMasker } from '../detect/node-detector';
import type { Instruments } from './analyze-file';
import type { VideoPrograms } from './recording-probe';

/** The instruments of one run: each is made when it is first asked for, then kept. `close()` frees the models. */
export class OpenedInstruments implements Instruments {
  private loadedLifters: Promise<Result<LifterSet>> | null = null;
  private openedDetector: Promise<Result<PoseDetector>> | null = null;
  private openedMasker: Promise<Result<PersonMasker>> | null = null;

  constructor(
    private readonly model: DetectorId,
    private readonly modelsDir: string,
    private readonly videoPrograms: VideoPrograms | null,
  ) {}

  lifters(): Promise<Result<LifterSet>> {
    this.loadedLifters ??= loadLifters(join(this.modelsDir, 'lifter.json'));
    return this.loadedLifters;
  }

  detector(): Promise<Result<PoseDetector>> {
    this.openedDetector ??= createNodeDetector(this.model, this.modelsDir);
    return this.openedDetector;
  }

  masker(): Promise<Result<PersonMasker>> {
    this.openedMasker ??= createNodeMasker(this.modelsDir);
    return this.openedMasker;
  }

  programs(): Promise<Result<VideoPrograms>> {
    const found = this.videoPrograms;
    return Promise.resolve(
      found === null ? fail('file-unreadable', 'ffmpeg was not found') : ok(found),
    );
  }

  async close(): Promise<void> {
    const detector = await this.openedDetector;
    if (detector?.ok) detector.value.dispose();
    const masker = await this.openedMasker;
    if (masker?.ok) masker.value.dispose();
  }
}

async function loadLifters(path: string): Promise<Result<LifterSet>> {
  try {
    return ok(parseLifters(JSON.parse(await readFile(path, 'utf8'))));
  } catch (thrown) {
    return fail(
      'model-missing',
      `models/lifter.json: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
    );
  }
}
