/**
 * The WASM back end starts its threads from scripts that it makes into blob: URLs, which would need
 * `blob:` in script-src and worker-src. The same scripts are shipped as files beside its binaries
 * (shipped-files.mjs); this makes it load those, so that only our own origin may run code.
 */
const REPLACEMENTS = [
  {
    from: 'return URL.createObjectURL(blob);',
    to: `return new URL((wasmPathPrefix ?? prefix) + 'tfjs-backend-wasm-threaded-simd.worker.js', self.location.href).href;`,
  },
  {
    from: /factoryConfig\.mainScriptUrlOrBlob = new Blob\(\[[\s\S]*?\}\);/,
    to: `factoryConfig.mainScriptUrlOrBlob = new URL((wasmPathPrefix ?? '') + 'tfjs-backend-wasm-threaded-simd.js', self.location.href).href;`,
  },
];

/**
 * @returns {import('vite').Plugin}
 */
export function wasmThreadsFromFiles() {
  return {
    name: 'liftcheck:wasm-threads-from-files',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').includes('tfjs-backend-wasm/dist/backend_wasm.js')) return null;
      let changed = code;
      for (const { from, to } of REPLACEMENTS) {
        const next = changed.replace(from, () => to);
        if (next === changed)
          this.error('tfjs-backend-wasm has changed: look at this plugin again.');
        changed = next;
      }
      return { code: changed, map: null };
    },
  };
}
