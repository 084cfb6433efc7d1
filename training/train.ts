/**
 * `npm run train`: simulates people who lift, trains the lifters on them and on rendered people, and writes
 * models/lifter.json.
 *   --out FILE       where to write instead
 *   --folds FOLDER   also writes FOLDER/fold-0 … fold-3/lifter.json: nets that saw none of that fold's bodies
 *   --seed N, --samples N, --passes N, --tuning-samples N, --rendered X, --tuning-rate X
 *                    depart from the recipe (written into the file)
 * The detectors of each family are trained in a process of their own (`--family`), side by side.
 */
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LIFTED_DETECTORS, type LifterFile } from '../src/core/kinematics/lifter';
import { familyOf } from '../src/core/pose/pose';
import { RECIPE, type Recipe } from './recipe';
import { FOLDS } from './rendered-people';
import { train } from './training';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/lifter.json' },
    folds: { type: 'string' },
    family: { type: 'string' },
    seed: { type: 'string' },
    samples: { type: 'string' },
    passes: { type: 'string' },
    'tuning-samples': { type: 'string' },
    'tuning-rate': { type: 'string' },
    rendered: { type: 'string' },
  },
});
const number = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number(text);
const recipe: Recipe = {
  ...RECIPE,
  seed: number(values.seed, RECIPE.seed),
  samples: number(values.samples, RECIPE.samples),
  passes: number(values.passes, RECIPE.passes),
  tuning: {
    ...RECIPE.tuning,
    samples: number(values['tuning-samples'], RECIPE.tuning.samples),
    rate: number(values['tuning-rate'], RECIPE.tuning.rate),
    rendered: number(values.rendered, RECIPE.tuning.rendered),
  },
};

const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `seed ${recipe.seed}, ${recipe.samples} simulated frames x ${recipe.passes}, ${recipe.hidden.standing.join('-')} wide`,
);

/** What one family's process hands over. */
interface Part {
  shipped: Partial<LifterFile['detectors']>;
  folds: Partial<LifterFile['detectors']>[];
}

if (values.family !== undefined) {
  const detectors = LIFTED_DETECTORS.filter((detector) => familyOf(detector) === values.family);
  const trained = train(recipe, detectors, undefined, (what) =>
    console.log(`${seconds().padStart(5)} s  ${what}`),
  );
  const part: Part = {
    shipped: Object.fromEntries(trained.shipped),
    folds: trained.folds.map((fold) => Object.fromEntries(fold)),
  };
  await writeFile(values.out, JSON.stringify(part));
  process.exit(0);
}

const folder = await mkdtemp(join(tmpdir(), 'liftcheck-trained-'));
const parts = await Promise.all(
  (['movenet', 'blazepose'] as const).map(async (family): Promise<Part> => {
    const file = join(folder, `${family}.json`);
    const own = ['--family', family, '--out', file];
    const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1), ...own], {
      stdio: 'inherit',
    });
    const code = await new Promise((resolve) => child.on('exit', resolve));
    if (code !== 0) throw new Error(`training ${family} ended with ${String(code)}`);
    return JSON.parse(await readFile(file, 'utf8')) as Part;
  }),
);
await rm(folder, { recursive: true });

// the hash covers the recipe and all code and tables that this program is made of, whose own hash train.mjs hands over
const hash = createHash('sha256')
  .update(JSON.stringify(recipe))
  .update(process.env.TRAINING_SOURCE_SHA256 ?? '')
  .digest('hex');
async function write(
  file: string,
  detectors: readonly Partial<LifterFile['detectors']>[],
  about: string,
): Promise<void> {
  const content: LifterFile & { recipe: object; fittedOn: string[] } = {
    version: `own-${recipe.seed}-${hash.slice(0, 8)}`,
    recipe: { ...recipe, sha256: hash },
    fittedOn: [about],
    detectors: Object.assign({}, ...detectors) as LifterFile['detectors'],
  };
  await writeFile(file, `${JSON.stringify(content)}\n`);
  console.log(`${file} written after ${seconds()} s`);
}
await write(
  values.out,
  parts.map(({ shipped }) => shipped),
  'all 16 bodies of training/rendered-people.json.gz',
);
if (values.folds !== undefined)
  for (let k = 0; k < FOLDS; k++) {
    const detectors = parts.map(({ folds }) => folds[k]!);
    const folder = join(values.folds, `fold-${k}`);
    await mkdir(folder, { recursive: true });
    const about = `training/rendered-people.json.gz without the bodies whose place modulo 4 is ${k}`;
    await write(join(folder, 'lifter.json'), detectors, about);
  }
console.log(`sha256 of recipe and source ${hash}`);
