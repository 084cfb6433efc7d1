/**
 * `npm run train`: simulates people who lift, trains the lifters on them and writes models/lifter-next.json.
 *   --out FILE       where to write instead
 *   --seed N, --samples N, --passes N, --beta X, --rate X, --hidden A,B, --families movenet,blazepose
 *                    depart from the recipe (written into the file)
 */
import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { LIFTER_OUTPUTS } from '../src/core/kinematics/lifter';
import type { Family } from './detector-errors';
import { RECIPE, type Recipe } from './recipe';
import { train } from './training';
import { recordOf } from './weights-file';

const { values } = parseArgs({
  options: {
    out: { type: 'string', default: 'models/lifter-next.json' },
    seed: { type: 'string' },
    samples: { type: 'string' },
    passes: { type: 'string' },
    beta: { type: 'string' },
    rate: { type: 'string' },
    decay: { type: 'string' },
    hidden: { type: 'string' },
    families: { type: 'string' },
  },
});
const number = (text: string | undefined, otherwise: number): number =>
  text === undefined ? otherwise : Number(text);
const recipe: Recipe = {
  ...RECIPE,
  seed: number(values.seed, RECIPE.seed),
  samples: number(values.samples, RECIPE.samples),
  passes: number(values.passes, RECIPE.passes),
  beta: number(values.beta, RECIPE.beta),
  rate: number(values.rate, RECIPE.rate),
  decay: number(values.decay, RECIPE.decay),
  hidden: values.hidden === undefined ? RECIPE.hidden : values.hidden.split(',').map(Number),
  families:
    values.families === undefined ? RECIPE.families : (values.families.split(',') as Family[]),
};

const started = performance.now();
const seconds = (): string => ((performance.now() - started) / 1000).toFixed(0);
console.log(
  `seed ${recipe.seed}, ${recipe.samples} simulated frames x ${recipe.passes}, ${recipe.hidden.join('-')} wide`,
);
const nets = train(recipe, (family, pass, loss) =>
  console.log(
    `${seconds().padStart(5)} s  ${family}  pass ${pass}/${recipe.passes}  loss ${loss.toFixed(4)}`,
  ),
);

const names: Record<Family, 'M' | 'B'> = { movenet: 'M', blazepose: 'B' };
const records = Object.fromEntries(
  [...nets].map(([family, net]) => [names[family], recordOf(net)]),
);
// the hash covers the recipe and all code and tables that this program is made of, whose own hash train.mjs hands over
const hash = createHash('sha256')
  .update(JSON.stringify(recipe))
  .update(process.env.TRAINING_SOURCE_SHA256 ?? '')
  .digest('hex');
const file = {
  version: `own/${recipe.seed}-${hash.slice(0, 8)}`,
  recipe: { ...recipe, sha256: hash },
  targets: LIFTER_OUTPUTS,
  standing: 'whole',
  ...records,
};
await writeFile(values.out, `${JSON.stringify(file)}\n`);
console.log(`${values.out} written after ${seconds()} s, sha256 of recipe and source ${hash}`);
