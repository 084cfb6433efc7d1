import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * How true the product is, on a folder of clips with ground truth: `npm run bench:accuracy -- FOLDER [--model …]`.
 *
 * Each clip NAME.mp4 has NAME.truth.json beside it with `body.height` (m), `frames` [{t, trunkInclination, axialTwist,
 * kneeFlexionL, kneeFlexionR, handAnkleDist}], `lifts` [{whole: {faults: {bentBack, twist, farLoad, jerky}}}]. The
 * clips go through the command line as a user's would. Printed: error of each measure (root mean square over all
 * frames), how often the stated 90 % interval holds the truth, lifts found, and verdicts against the truth.
 */
await onNewNode(async () => {
  const { parseArgs } = await import('node:util');
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      model: { type: 'string', default: 'movenet-thunder' },
      fps: { type: 'string', default: '15' },
    },
  });
  const [folder] = positionals;
  if (folder === undefined) {
    console.error('Usage: npm run bench:accuracy -- FOLDER [--model movenet-thunder] [--fps 15]');
    process.exitCode = 2;
    return;
  }
  const { measureAccuracy } = await import('./clip-accuracy.mjs');
  measureAccuracy(folder, values);
});
