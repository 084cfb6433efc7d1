/**
 * `node training/train.mjs comparison SHIPPED TRAINED`: whether weights are within the stated spread of those shipped.
 * `npm run train` ends with it. Exits with 1 when they are not.
 */
import { readFileSync } from 'node:fs';
import { LIFTED_DETECTORS, LIFTER_OUTPUTS, parseLifters } from '../src/core/kinematics/lifter';
import { beyondSpread, differencesBetween, STATED_SPREAD } from './spread';

const [shipped, trained] = process.argv
  .slice(2)
  .map((file) => parseLifters(JSON.parse(readFileSync(file, 'utf8'))));
if (shipped === undefined || trained === undefined)
  throw new Error('two files of weights are to be compared');
const differences = differencesBetween(shipped, trained);
const beyond = beyondSpread(differences);
const columns = LIFTED_DETECTORS.map((detector) => detector.padStart(19)).join('');
console.log(
  `What they say differently of the rendered frames (root mean square), and the stated spread:`,
);
console.log(`${' '.repeat(18)}${columns}             stated`);
for (const name of LIFTER_OUTPUTS) {
  const digits = name.startsWith('cam') ? 3 : 2;
  const cells = LIFTED_DETECTORS.map((detector) => differences[detector][name]);
  const row = [...cells, STATED_SPREAD[name]].map((x) => x.toFixed(digits).padStart(19)).join('');
  console.log(`${name.padEnd(18)}${row}`);
}
console.log(
  beyond.length === 0
    ? `${trained['movenet-thunder'].version.split('/')[0]!}: within the stated spread of the shipped weights`
    : `BEYOND the stated spread: ${beyond.join(', ')}`,
);
process.exitCode = beyond.length === 0 ? 0 : 1;
