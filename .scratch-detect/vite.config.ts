import { existsSync } from 'node:fs';
import base from '../vite.config';
const here = new URL('.', import.meta.url).pathname;
const stub = () => ({ name: 'stub', enforce: 'pre' as const, resolveId(id: string) {
  if (id.endsWith('/live-check') && !existsSync('/work/main/src/pipeline/live-check.ts')) return here + 'live-check.ts';
  if (id.endsWith('/poses-file') && !existsSync('/work/main/src/core/session/poses-file.ts')) return here + 'poses-file.ts';
  if (id.endsWith('/recording') && !existsSync('/work/main/src/pipeline/recording.ts')) return here + 'live-check.ts';
} });
const b = base as any;
export default { ...b, plugins: [stub(), ...b.plugins], worker: { ...b.worker, plugins: () => [stub(), ...b.worker.plugins()] } };
