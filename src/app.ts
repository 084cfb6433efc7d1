import { mount } from 'svelte';
import { cameraTrouble, listCameras, openCamera } from './capture/camera';
import { ClipPace } from './capture/clip-pace';
import { ForwardClock, startFrameSource, type FrameSource } from './capture/frame-source';
import { SilenceWatch } from './capture/silence-watch';
import { Coach } from './coach/coach';
import { fail, ok, type AppErrorKind, type Result } from './core/errors';
import type { LifterSet } from './core/kinematics/lifter';
import { siteLifters } from './detect/site-lifters';
import { OfflineCopy } from './offline/offline-copy';
import { CheckClient } from './pipeline/check-client';
import { RescoreClient } from './pipeline/rescore-client';
import { storeLater } from './store/later-store';
import { OpfsVideoShelf } from './store/opfs-video-shelf';
import { holdSession, isSessionHeld } from './store/session-lock';
import App from './ui/App.svelte';
import { Flow } from './ui/flow.svelte';
import { endRetention } from './ui/history/retention';
import type { DemoId, LiveSource, World } from './ui/ports';
import { parseChosen, type Chosen } from './ui/preferences';

/** So long after the page is there the program begins to be stored for use without a network. */
const STORE_AFTER_MS = 3000;
const PREFERENCES_KEY = 'liftcheck.preferences';

/** Joins the screens with the real camera, detector and browser. The only place that names them. */
export async function startApp(target: HTMLElement): Promise<void> {
  const videos = new OpfsVideoShelf();
  const offline = new OfflineCopy();
  const world: World = {
    locales: navigator.languages.length > 0 ? navigator.languages : [navigator.language],
    store: storeLater(async () => {
      const { openDexieStore } = await import('./store/dexie-store');
      return openDexieStore('liftcheck', videos);
    }),
    videos,
    now: () => Date.now(),
    newId: () => crypto.randomUUID(),
    holdSession,
    isSessionHeld,
    openCamera: openCameraSource,
    cameraTrouble: () => cameraTrouble(),
    listCameras: () => listCameras(),
    openDemo,
    offline,
    demoPoster: (id) => pageAddress(`demo/${id}.jpg`),
    newClient: () => new CheckClient(),
    lifters,
    newRescorer: (lifterSet) => new RescoreClient(lifterSet),
    readPreferences,
    writePreferences,
    saveFile,
  };
  const flow = new Flow(world, new Coach());
  // A page that is left, even into the back-forward cache, must not keep the camera's light on.
  addEventListener('pagehide', () => flow.pageHides());
  // What cannot be deleted now is tried again the next time; the history says what ails the store.
  void endRetention(world.store, world.now(), flow.preferences.retentionMonths);
  await flow.fetchWords();
  mount(App, { target, props: { flow } });
  // The page itself comes first.
  if (import.meta.env.PROD) setTimeout(() => void offline.begin(), STORE_AFTER_MS);
}

const pageAddress = (path: string): string => new URL(path, document.baseURI).href;

function newVideo(): HTMLVideoElement {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.disablePictureInPicture = true;
  return video;
}

/** One clock for all cameras of this page, so that a check may go on with another one. */
const cameraClock = new ForwardClock();

async function openCameraSource(deviceId?: string): Promise<Result<LiveSource>> {
  const opened = await openCamera(deviceId === undefined ? {} : { deviceId });
  if (!opened.ok) return opened;
  const camera = opened.value;
  const video = newVideo();
  video.srcObject = camera.stream;
  const end: { listener: ((why: AppErrorKind | null) => void) | null } = { listener: null };
  const silence = new SilenceWatch();
  camera.onEnded((kind) => {
    silence.stop();
    end.listener?.(kind);
  });
  let frames: FrameSource | null = null;
  // Shown at once, while the detector is still loading.
  video.play().catch(() => undefined);
  return ok({
    kind: 'camera',
    name: camera.label || 'camera',
    deviceId: camera.deviceId,
    video,
    play(onFrame, onEnd) {
      end.listener = onEnd;
      frames?.stop();
      frames = startFrameSource(video, (picture, timeS) => {
        silence.over();
        return onFrame(
          picture,
          cameraClock.forward(timeS, performance.now() / 1000, Date.now() / 1000),
        );
      });
      silence.watch(() => end.listener?.('camera-frozen'));
      // Left unplayed only when the source was closed meanwhile; then nobody waits for pictures.
      video.play().catch(() => undefined);
    },
    close() {
      end.listener = null;
      frames?.stop();
      silence.stop();
      camera.stop();
      video.srcObject = null;
    },
  });
}

async function openDemo(id: DemoId): Promise<Result<LiveSource>> {
  const video = newVideo();
  video.preload = 'auto';
  const loaded = new Promise<boolean>((settle) => {
    video.addEventListener('loadeddata', () => settle(true), { once: true });
    video.addEventListener('error', () => settle(false), { once: true });
  });
  video.src = pageAddress(`demo/${id}.mp4`);
  video.load();
  if (!(await loaded)) return fail('file-unreadable', video.error?.message ?? '');
  let frames: FrameSource | null = null;
  let ended: (() => void) | null = null;
  return ok({
    kind: 'demo',
    name: `demo-${id}`,
    deviceId: '',
    video,
    play(onFrame, onEnd) {
      frames?.stop();
      const pace = new ClipPace();
      frames = startFrameSource(video, (picture, timeS) => {
        video.playbackRate = pace.next(timeS, onFrame(picture, timeS));
      });
      if (ended) video.removeEventListener('ended', ended);
      ended = () => onEnd(null);
      video.addEventListener('ended', ended);
      video.currentTime = 0;
      video.play().catch(() => undefined);
    },
    close() {
      frames?.stop();
      if (ended) video.removeEventListener('ended', ended);
      video.pause();
      video.removeAttribute('src');
      video.load();
    },
  });
}

let fetchedLifters: LifterSet | null = null;

async function lifters(): Promise<Result<LifterSet>> {
  if (fetchedLifters !== null) return ok(fetchedLifters);
  const fetched = await siteLifters(pageAddress(''));
  if (fetched.ok) fetchedLifters = fetched.value;
  return fetched;
}

function readPreferences(): Chosen {
  try {
    return parseChosen(localStorage.getItem(PREFERENCES_KEY));
  } catch {
    // Storage may be closed to this page: the defaults then serve.
    return {};
  }
}

function writePreferences(chosen: Chosen): void {
  try {
    localStorage.setItem(PREFERENCES_KEY, JSON.stringify(chosen));
  } catch {
    // Storage closed to this page: the choice holds until the page is left.
  }
}

function saveFile(name: string, content: string | Blob, type = 'application/json'): void {
  const link = document.createElement('a');
  const address = URL.createObjectURL(
    typeof content === 'string' ? new Blob([content], { type }) : content,
  );
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the address is no longer needed.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
