import { fail, ok, type Result } from '../core/errors';
import { parseLifters, type LifterSet } from '../core/kinematics/lifter';
import { hashOf } from './file-hash';

/** SHA-256 of the `models/lifter.json` that this version was built with. */
declare const LIFTER_SHA256: string;

/**
 * The lifters of the site, held to their hash: altered weights would be measured by. What does not fit is asked for once more,
 * past the browser's own copy. Failure: 'model-missing'.
 *
 * @param assetBase URL of the folder that holds `models/`, ending in '/'
 */
export async function siteLifters(
  assetBase: string,
  fetchFile: typeof fetch = fetch.bind(globalThis),
): Promise<Result<LifterSet>> {
  const first = await fetchLifters(assetBase, fetchFile, 'default');
  return first.ok ? first : fetchLifters(assetBase, fetchFile, 'reload');
}

async function fetchLifters(
  assetBase: string,
  fetchFile: typeof fetch,
  cache: RequestCache,
): Promise<Result<LifterSet>> {
  const name = 'models/lifter.json';
  try {
    const response = await fetchFile(new URL(name, assetBase), { cache });
    if (!response.ok) return fail('model-missing', `${name}: ${response.status}`);
    const bytes = await response.arrayBuffer();
    const hash = await hashOf(bytes);
    if (hash !== null && hash !== LIFTER_SHA256)
      return fail('model-missing', `${name} is not the one that this version was built with`);
    return ok(parseLifters(JSON.parse(new TextDecoder().decode(bytes))));
  } catch (error) {
    return fail('model-missing', `${name}: ${String(error)}`);
  }
}
