import type { Seconds } from '../core/units';
import type { BodyPicture, PersonMasker } from './detector-port';
import { siteModels } from './model-files';
import { createMasker } from './person-masker';

/** A person masker that is loaded and warm, and what one mask takes here. */
export interface OpenMasker {
  masker: PersonMasker;
  takesS: Seconds;
}

/** A picture to warm up with: what a mask takes does not depend on what it shows. */
const SIZE = 256;
const GREY: BodyPicture = {
  pose: { timeS: 0, detector: 'movenet-thunder', width: SIZE, height: SIZE, keypoints: [] },
  square: { centre: { x: SIZE / 2, y: SIZE / 2 }, side: SIZE, turn: 0 },
  size: SIZE,
  rgb: new Uint8Array(SIZE * SIZE * 3).fill(128),
};

/**
 * Opens the masker on the back end that is active now, warms it up and measures it.
 *
 * @param slowestS masks that take longer are of no use
 * @returns null when it cannot be had, or is too slow: a check goes on without second looks
 */
export async function openMasker(assetBase: string, slowestS: Seconds): Promise<OpenMasker | null> {
  const created = await createMasker(siteModels(assetBase));
  if (!created.ok) return null;
  const masker = created.value;
  try {
    await masker.mask(GREY);
    const before = performance.now();
    await masker.mask(GREY);
    const takesS = (performance.now() - before) / 1000;
    if (takesS <= slowestS) return { masker, takesS };
  } catch {
    // The back end takes the model but does not run it: what it is for can be done without.
  }
  masker.dispose();
  return null;
}
