import { parseArgs } from 'node:util';
import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run soak`: one live check of many frames with the real detector in a real Chromium: what it holds and how long a
 * frame takes at the end, beside the beginning. See bench/README.md.
 *   --frames N   (20000)
 *   --json       the figures as JSON
 */
await onNewNode(async () => {
  const { values } = parseArgs({
    options: {
      frames: { type: 'string', default: '20000' },
      json: { type: 'boolean', default: false },
    },
  });
  const { setUp } = await import('../scripts/setup/set-up.mjs');
  await setUp({ tests: true });
  const { measureSoak } = await import('./soak-run.mjs');
  const result = await measureSoak(Number(values.frames), (line) => console.error(line));
  if (values.json) console.log(JSON.stringify(result, null, 2));
  else {
    const { frames, lifts, bytesAFrame } = result;
    console.log(`${frames} frames in one live check, ${lifts} lifts: ${bytesAFrame} bytes a frame`);
    for (const { name, from, to, ratio, target, met } of result.rows)
      console.log(
        `  ${name.padEnd(30)} ${from.toFixed(2).padStart(8)} → ${to.toFixed(2).padStart(8)}   × ${ratio.toFixed(3)}` +
          (target === null ? '' : ` (target ≤ ${target}: ${met ? 'met' : 'MISSED'})`),
      );
  }
  process.exitCode = result.rows.every(({ met }) => met) ? 0 : 1;
});
