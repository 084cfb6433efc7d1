import { ok, type AppError, type Result } from '../core/errors';
import type { Seconds } from '../core/units';
import { brokenBackend } from './broken-backend';
import { createCloserDetector } from './closer-detector';
import type { BodyPicture, CloserDetector, PersonMasker, RgbaFrame } from './detector-port';
import type { ModelSource } from './model-files';
import { createMasker } from './person-masker';

/** What second looks are made with, loaded and warm, and what one look takes here. */
export interface OpenLook<Looker> {
  looker: Looker;
  takesS: Seconds;
}

/** A picture to warm up with: what a look takes does not depend on what it shows. */
const SIZE = 256;
const GREY: BodyPicture = {
  pose: { timeS: 0, detector: 'movenet-thunder', width: SIZE, height: SIZE, keypoints: [] },
  square: { centre: { x: SIZE / 2, y: SIZE / 2 }, side: SIZE, turn: 0 },
  size: SIZE,
  rgb: new Uint8Array(SIZE * SIZE * 3).fill(128),
};
const GREY_FRAME: RgbaFrame = {
  width: SIZE,
  height: SIZE,
  data: new Uint8Array(SIZE * SIZE * 4).fill(128),
};
const NOBODY = Array.from({ length: 17 }, () => ({ x: 0, y: 0, score: 0 }));

/**
 * Opens the masker on the back end that is active now, warms it up and measures it.
 *
 * @param slowestS masks that take longer are of no use
 * @returns null when it cannot be had, or is too slow: a check goes on without second looks. Failure: 'memory-full', after
 *   which nothing goes on
 */
export const openMasker = async (
  models: ModelSource,
  slowestS: Seconds,
): Promise<Result<OpenLook<PersonMasker> | null>> =>
  opened(await createMasker(models), slowestS, (masker) => masker.mask(GREY));

/** The same for the closer detector. */
export const openCloserDetector = async (
  models: ModelSource,
  slowestS: Seconds,
): Promise<Result<OpenLook<CloserDetector> | null>> =>
  opened(await createCloserDetector(models), slowestS, (closer) =>
    closer.find(closer.cut(GREY_FRAME, { ...GREY.pose, keypoints: NOBODY })),
  );

async function opened<Looker extends { dispose(): void }>(
  created: Result<Looker>,
  slowestS: Seconds,
  look: (looker: Looker) => Promise<unknown>,
): Promise<Result<OpenLook<Looker> | null>> {
  if (!created.ok) return withoutUnlessFull(created.error);
  const looker = created.value;
  try {
    await look(looker);
    const before = performance.now();
    await look(looker);
    const takesS = (performance.now() - before) / 1000;
    if (takesS <= slowestS) return ok({ looker, takesS });
  } catch (error) {
    looker.dispose();
    return withoutUnlessFull(brokenBackend(error));
  }
  looker.dispose();
  return ok(null);
}

/** Where a model is not to be had, or does not run, what it is for can be done without. */
const withoutUnlessFull = (error: AppError): Result<null> =>
  error.kind === 'memory-full' ? { ok: false, error } : ok(null);
