import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { getBackend, tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import { ok, type Result } from '../core/errors';
import type { PersonMask } from '../core/pose/person-mask';
import { brokenBackend } from './broken-backend';
import { cutBody } from './body-picture';
import type { BodyPicture, PersonMasker } from './detector-port';
import type { ModelSource } from './model-files';

/**
 * The model whose mask is used. BlazePose heavy draws no better back outline (measured on rendered lifts: frames told
 * apart equally well, 0.95 against 0.96) and takes four to five times as long.
 */
const MODEL = 'blazepose-full';
/** Outputs of the landmark model that are used: is there a body at all, and the mask, 0..1 already. */
const OUTPUTS = ['output_poseflag', 'activation_segmentation'];
const PRESENT = 0.5;

/**
 * The person mask of BlazePose's landmark model, asked for one body whose pose is known. BlazePose's own person finder
 * is left out: the known pose says better where to look, and a bystander is never taken for the person.
 */
class BlazePoseMasker implements PersonMasker {
  /** Takes the loaded landmark model over: `dispose` frees it. */
  constructor(private readonly model: GraphModel) {}

  readonly cut = cutBody;

  async mask({ square, size, rgb }: BodyPicture): Promise<PersonMask | null> {
    const colours = Float32Array.from(rgb, (value) => value / 255);
    const input = tensor4d(colours, [1, size, size, 3], 'float32');
    let outputs: Tensor[] = [];
    try {
      outputs = this.model.execute(input, OUTPUTS) as Tensor[];
      const [flag, shares] = [await read(outputs[0]!), await read(outputs[1]!)];
      if (!(flag[0]! >= PRESENT) || shares.length !== size * size) return null;
      const values = new Uint8Array(shares.length);
      for (let k = 0; k < values.length; k++) {
        const share = shares[k]!;
        if (!Number.isFinite(share)) return null;
        values[k] = Math.round(255 * Math.min(1, Math.max(0, share)));
      }
      return { square, size, values };
    } finally {
      input.dispose();
      for (const output of outputs) output.dispose();
    }
  }

  dispose(): void {
    this.model.dispose();
  }
}

/** On a GPU the synchronous way would block the whole worker. */
const read = async (tensor: Tensor): Promise<ArrayLike<number>> =>
  getBackend() === 'wasm' ? tensor.dataSync() : tensor.data();

/**
 * Loads the mask model onto the back end that is active now.
 * Failures: 'model-missing'; 'memory-full'; 'backend-failed' when the back end does not take the model.
 */
export async function createMasker(models: ModelSource): Promise<Result<PersonMasker>> {
  const loaded = await models.load(MODEL);
  if (!loaded.ok) return loaded;
  try {
    return ok(new BlazePoseMasker(await loadGraphModel(loaded.value)));
  } catch (error) {
    return { ok: false, error: brokenBackend(error, MODEL) };
  }
}
