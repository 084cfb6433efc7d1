import type { Page } from 'playwright';

/**
 * How the clip bent.mp4 goes, seconds: standing until 3.5, bent furthest and hands at the load at 4.8, up with it from 6.5 on, which
 * is when the lift is told.
 */
export const BENT = { standS: 1.5, graspS: 4.8, upS: 6.7, toldS: 7.6 };

interface Puppet {
  /** play: the clip as it goes, or as it stands; black; silent: the camera is open and gives no picture. */
  mode: 'play' | 'black' | 'silent';
  holdAtS: number;
  clip: HTMLVideoElement;
  canvas: HTMLCanvasElement;
}
type Window = typeof globalThis & { puppet: Puppet };

/**
 * Gives a page a camera that a test has by its strings: a demo clip on a canvas. Slower than life, so that a busy machine sees
 * enough of it.
 */
export async function puppetCamera(page: Page) {
  await page.evaluate(async () => {
    const clip = document.createElement('video');
    clip.muted = true;
    clip.src = 'demo/bent.mp4';
    await new Promise((done) => clip.addEventListener('canplaythrough', done, { once: true }));
    clip.defaultPlaybackRate = clip.playbackRate = 0.5;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [640, 480];
    const puppet: Puppet = { mode: 'play', holdAtS: 0, clip, canvas };
    Object.assign(window, { puppet });
    setInterval(() => {
      if (puppet.mode === 'silent') return;
      if (puppet.clip.currentTime >= puppet.holdAtS) puppet.clip.pause();
      const to = canvas.getContext('2d')!;
      to.fillStyle = 'black';
      to.fillRect(0, 0, canvas.width, canvas.height);
      // As a turned camera sees it: the whole of it, with room above and below.
      const scale = Math.min(canvas.width / 640, canvas.height / 480);
      const [w, h] = [640 * scale, 480 * scale];
      if (puppet.mode === 'play')
        to.drawImage(clip, (canvas.width - w) / 2, (canvas.height - h) / 2, w, h);
    }, 50);
    navigator.mediaDevices.getUserMedia = () => Promise.resolve(canvas.captureStream(20));
  });
  return {
    /** From one second of the clip to another; answers once it is there, and stands still then. */
    play: (fromS: number, toS: number): Promise<void> =>
      page.evaluate(
        async ([from, to]) => {
          const { puppet } = window as unknown as Window;
          puppet.mode = 'play';
          puppet.holdAtS = to;
          puppet.clip.currentTime = from;
          await new Promise((done) => puppet.clip.addEventListener('seeked', done, { once: true }));
          await puppet.clip.play();
          await new Promise((done) => puppet.clip.addEventListener('pause', done, { once: true }));
        },
        [fromS, toS] as const,
      ),
    set: (mode: Puppet['mode']): Promise<void> =>
      page.evaluate((m) => {
        (window as unknown as Window).puppet.mode = m;
      }, mode),
    resize: (width: number, height: number): Promise<void> =>
      page.evaluate(
        ([w, h]) => {
          const { canvas } = (window as unknown as Window).puppet;
          [canvas.width, canvas.height] = [w, h];
        },
        [width, height] as const,
      ),
  };
}
