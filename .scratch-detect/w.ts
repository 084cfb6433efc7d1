import { startBackend } from '../src/detect/backend';
import { createDetector } from '../src/detect/create-detector';
import { siteModels } from '../src/detect/model-files';
import { measureSpeed, warmUp } from '../src/detect/detector-speed';
addEventListener('message', async (e) => {
  try {
  const t0=performance.now(); Object.defineProperty(navigator, 'hardwareConcurrency', { value: 4, configurable: true });
  const b = await startBackend('wasm', e.data.base);
  postMessage({ iso: e.data.iso, hc: navigator.hardwareConcurrency, b: b.ok ? b.value.threads : b, t: performance.now()-t0 });
  for (let r=0;r<2;r++) for (const id of ['movenet-lightning', 'movenet-thunder'] as const) {
    const d = await createDetector(id, siteModels(e.data.base));
    if (!d.ok) { postMessage(d); continue; }
    await warmUp(d.value);
    postMessage({ id, pps: await measureSpeed(d.value, () => performance.now()) });
    d.value.dispose();
  }
  postMessage('done');
  } catch (x) { postMessage({ err: String(x) }); postMessage('done') }
});
