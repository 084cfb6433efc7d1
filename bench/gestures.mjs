import { onNewNode } from '../scripts/setup/on-new-node.mjs';

/**
 * `npm run gestures -- FOLDER…`: gestures that nobody made, in saved poses of people at work (files of `liftcheck analyze
 * --poses`), counted whatever the phase of the lift: more often than they could count in a training.
 */
await onNewNode(async () => {
  const { readFile, readdir } = await import('node:fs/promises');
  const { join } = await import('node:path');
  const { runnerImport } = await import('vite');
  const { ROOT } = await import('../scripts/root.mjs');

  /** @param {string} path */
  const load = async (path) =>
    (await runnerImport(join(ROOT, path), { configFile: false, root: ROOT, logLevel: 'warn' }))
      .module;
  /** @type {typeof import('../src/core/gesture/held-gesture.ts')} */
  const { HeldGestures } = await load('src/core/gesture/held-gesture.ts');
  /** @type {typeof import('../src/core/session/poses-file.ts')} */
  const { parsePoses } = await load('src/core/session/poses-file.ts');

  const folders = process.argv.slice(2);
  if (folders.length === 0) {
    console.error('npm run gestures -- FOLDER…: folders with saved poses (*.json)');
    process.exitCode = 2;
    return;
  }
  let [files, seconds, held, longest] = [0, 0, 0, 0];
  for (const folder of folders)
    for (const name of (await readdir(folder)).filter((each) => each.endsWith('.json')).sort()) {
      const poses = parsePoses(JSON.parse(await readFile(join(folder, name), 'utf8')));
      if (!poses.ok) {
        console.error(`${name}: ${poses.error.detail}`);
        continue;
      }
      files++;
      const gestures = new HeldGestures();
      const { frames } = poses.value;
      for (const { timeS, pose } of frames) {
        const now = gestures.push({ timeS, pose, phase: 'standing' });
        longest = Math.max(longest, now.showing?.progress ?? 0);
        if (now.held === null) continue;
        held++;
        console.log(`${name}: ${now.held} at ${timeS.toFixed(1)} s`);
      }
      seconds += (frames.at(-1)?.timeS ?? 0) - (frames[0]?.timeS ?? 0);
    }
  console.log(
    `${files} recordings, ${(seconds / 60).toFixed(1)} min: ${held} gestures, ` +
      `${seconds > 0 ? ((held * 3600) / seconds).toFixed(1) : '-'} an hour; ` +
      `the longest was held for ${Math.round(longest * 100)} % of the time it takes`,
  );
});
