import { io } from '@tensorflow/tfjs-core';
import { fail, ok, type Result } from '../core/errors';
import type { DetectorId } from '../core/pose/pose';
import { hashOf } from './file-hash';

/** A pair of weight files, `models/<id>.json` and `models/<id>.bin`. BlazePose has a second pair that finds the person. */
export type ModelFileId = DetectorId | 'blazepose-detector';

/** How much of a model's weights has come, bytes. */
export type OnBytes = (got: number, of: number) => void;

/** Where model files come from: the site in a browser, a folder in Node. Never throws; 'model-missing' when not usable. */
export interface ModelSource {
  load(id: ModelFileId, onBytes?: OnBytes): Promise<Result<io.IOHandler>>;
}

/** What models/manifest.json says of each file. */
interface Manifest {
  models: { files: { path: string; sha256: string }[] }[];
}

/**
 * Model files of the site, each held to its hash: a server may have them cut short, altered, or of another version. What does
 * not fit is asked for once more, past the browser's own copy.
 *
 * @param assetBase URL of the folder that holds `models/`, ending in '/'
 */
export function siteModels(
  assetBase: string,
  fetchFile: typeof fetch = fetch.bind(globalThis),
): ModelSource {
  const get = async (
    file: string,
    cache: RequestCache,
    onBytes: (got: number) => void = () => undefined,
  ): Promise<ArrayBuffer> => {
    const response = await fetchFile(new URL(`models/${file}`, assetBase), { cache });
    if (!response.ok || !response.body) throw new Error(`models/${file}: ${response.status}`);
    return readBody(response.body, onBytes);
  };
  const load = async (
    id: ModelFileId,
    cache: RequestCache,
    onBytes: OnBytes,
  ): Promise<Result<io.IOHandler>> => {
    try {
      const manifest = JSON.parse(
        new TextDecoder().decode(await get('manifest.json', cache)),
      ) as Manifest;
      const json = await get(`${id}.json`, cache);
      const described = describeModel(id, json);
      if (!described.ok) return described;
      const { bytes } = described.value;
      // The server's own length is that of the compressed file where it compresses.
      const weights = await get(`${id}.bin`, cache, (got) => onBytes(Math.min(got, bytes), bytes));
      for (const [path, content] of [
        [`${id}.json`, json],
        [`${id}.bin`, weights],
      ] as const)
        if (!(await isAsListed(manifest, path, content)))
          return fail('model-missing', `models/${path} is not what models/manifest.json lists`);
      return modelHandler(id, described.value, weights);
    } catch (error) {
      return fail('model-missing', String(error));
    }
  };
  return {
    async load(id, onBytes = () => undefined) {
      const first = await load(id, 'default', onBytes);
      return first.ok ? first : load(id, 'reload', onBytes);
    },
  };
}

async function isAsListed(
  { models }: Manifest,
  path: string,
  bytes: ArrayBuffer,
): Promise<boolean> {
  const listed = models.flatMap(({ files }) => files).find((file) => file.path === path);
  if (listed === undefined) return false;
  const hash = await hashOf(bytes);
  return hash === null || hash === listed.sha256;
}

/** Keeps what was loaded, for as long as the source itself is kept: a choice loads one model on several back ends. */
export function cachedModels(source: ModelSource): ModelSource {
  const loaded = new Map<ModelFileId, Result<io.IOHandler>>();
  return {
    async load(id, onBytes) {
      const known = loaded.get(id);
      if (known) return known;
      const result = await source.load(id, onBytes);
      if (result.ok) loaded.set(id, result);
      return result;
    },
  };
}

/** What a model's first file tells: the model, and how many bytes of weights belong to it. */
export interface ModelDescription {
  model: io.ModelJSON;
  specs: io.WeightsManifestEntry[];
  bytes: number;
}

/** Reads a model's first file. A server may answer every address with its start page. */
export function describeModel(
  id: ModelFileId,
  json: ArrayBuffer | Uint8Array,
): Result<ModelDescription> {
  let model: io.ModelJSON;
  try {
    model = JSON.parse(new TextDecoder().decode(json)) as io.ModelJSON;
  } catch (error) {
    return fail('model-missing', `${id}.json: ${String(error)}`);
  }
  const specs = (model.weightsManifest as io.WeightsManifestConfig | undefined)?.flatMap(
    (group) => group.weights,
  );
  if (!specs) return fail('model-missing', `${id}.json describes no weights`);
  return ok({ model, specs, bytes: specs.reduce((sum, spec) => sum + weightBytes(spec), 0) });
}

/** Joins the two files of a model to what tfjs loads from; both are checked to belong together. */
export function modelHandler(
  id: ModelFileId,
  { model, specs, bytes }: ModelDescription,
  weights: ArrayBuffer,
): Result<io.IOHandler> {
  if (bytes !== weights.byteLength) {
    return fail('model-missing', `${id}.bin has ${weights.byteLength} bytes instead of ${bytes}`);
  }
  const artifacts = io.getModelArtifactsForJSONSync(model, specs, weights);
  return ok(io.fromMemory(artifacts));
}

function weightBytes(spec: io.WeightsManifestEntry): number {
  const stored = spec.quantization?.dtype ?? spec.dtype;
  const each = { float32: 4, int32: 4, uint16: 2, float16: 2, uint8: 1, bool: 1 }[stored as string];
  if (each === undefined) throw new TypeError(`weights of type ${stored} are not known here`);
  return spec.shape.reduce((product, side) => product * side, each);
}

async function readBody(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
  onBytes: (got: number) => void,
): Promise<ArrayBuffer> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let got = 0;
  const reader = body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    got += value.byteLength;
    onBytes(got);
  }
  return new Blob(chunks).arrayBuffer();
}
