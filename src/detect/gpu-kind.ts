/** Names that software renderers give themselves. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|lavapipe|software|basic render|\bwarp\b/i;
/** A browser that takes longer to say which GPU it has is not asked again. */
const ANSWER_MS = 1500;

/** True when a renderer's or adapter's name says that the processor plays the GPU. */
export function isSoftwareName(name: string): boolean {
  return SOFTWARE.test(name);
}

/** A WebGL 2 that real hardware draws? Quick: nothing is compiled. */
export function hasHardwareWebGl(): boolean {
  if (typeof OffscreenCanvas === 'undefined') return false;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (!gl) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !isSoftwareName(name);
}

interface GpuAdapter {
  isFallbackAdapter?: boolean;
  info?: {
    isFallbackAdapter?: boolean;
    vendor?: string;
    architecture?: string;
    device?: string;
    description?: string;
  };
}

/** A WebGPU that real hardware computes? Null and late answers count as no. */
export async function hasHardwareWebGpu(): Promise<boolean> {
  const { gpu } = navigator as { gpu?: { requestAdapter(): Promise<GpuAdapter | null> } };
  if (!gpu) return false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), ANSWER_MS)));
  const adapter = await Promise.race([gpu.requestAdapter().catch(() => null), late]);
  clearTimeout(timer);
  if (!adapter) return false;
  const { info } = adapter;
  if (adapter.isFallbackAdapter || info?.isFallbackAdapter) return false;
  return !isSoftwareName(
    [info?.vendor, info?.architecture, info?.device, info?.description].join(' '),
  );
}
