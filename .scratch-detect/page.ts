const w = new Worker(new URL('./w.ts', import.meta.url), { type: 'module' });
w.onmessage = (e) => console.log(JSON.stringify(e.data));
w.onerror = (e) => console.log('ERR', e.message);
w.postMessage({ base: new URL('./', document.baseURI).href, iso: crossOriginIsolated });
