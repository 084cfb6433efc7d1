import { ROOT } from '../scripts/root.mjs';
import { findChromium } from '../scripts/setup/find-chromium.mjs';
import { build } from '../scripts/site-build.mjs';
import { measureAnalyze } from './analyze.mjs';
import { figureLine } from './figure.mjs';
import { measureLimited } from './limited-processor.mjs';
import { measureLiveCheck } from './live-check.mjs';
import { withBundled } from './run-bundled.mjs';
import { measureSpeed } from './speed.mjs';
import { measureVisits } from './visits.mjs';

/** @typedef {import('./figure.mjs').Figure} Figure */
/** @typedef {{ name: string, isQuick: boolean, measure: () => Promise<Figure[] | string> }} Part */

/**
 * Measures and prints everything, part by part; see README.md.
 *
 * @param {{ quick: boolean, json: boolean, only?: string | undefined }} options
 * @returns {Promise<boolean>} whether every target was met
 */
export async function runBench({ quick, json, only }) {
  const executablePath = findChromium();
  if (executablePath === null)
    throw new Error('No Chromium was found. Run: npm run setup -- --tests');
  /** @type {Part[]} */
  const all = [
    { name: 'frame', isQuick: true, measure: () => measureSpeed({ quick }) },
    { name: 'page', isQuick: false, measure: () => measureLiveCheck(executablePath) },
    { name: 'visits', isQuick: true, measure: () => measureVisits(executablePath) },
    { name: 'limited', isQuick: false, measure: () => measureLimited(executablePath) },
    { name: 'analyze', isQuick: false, measure: measureAnalyze },
    { name: 'rescore', isQuick: true, measure: () => measureRescoring(quick) },
    { name: 'rates', isQuick: true, measure: measureRates },
  ];
  const parts = all.filter(({ name, isQuick }) => (only ? name === only : isQuick || !quick));
  if (parts.length === 0)
    throw new Error(`There is no part "${only}", only ${all.map(({ name }) => name).join(', ')}.`);
  await build();
  /** @type {Record<string, Figure[] | string>} */
  const measured = {};
  for (const { name, measure } of parts) {
    const found = await measure();
    measured[name] = found;
    if (json) continue;
    if (typeof found === 'string') console.log(`${name}: not measured here, ${found}`);
    else console.log([name, ...found.map((figure) => `  ${figureLine(figure)}`)].join('\n'));
  }
  if (json) console.log(JSON.stringify(measured, null, 2));
  return Object.values(measured).every(
    (found) => typeof found === 'string' || found.every(({ met }) => met),
  );
}

/** @param {boolean} quick 2 minutes of poses, else 10 */
const measureRescoring = (quick) =>
  withBundled('rescore/main.ts', ({ rescoringFigures }) => rescoringFigures(ROOT, quick ? 2 : 10));

const measureRates = () => withBundled('rates/main.ts', ({ rateFigures }) => rateFigures(ROOT));
