import { fail, ok, type AppErrorKind, type Result } from '../core/errors';
import type { Pixels } from '../core/units';

export interface CameraChoice {
  deviceId: string;
  /** Empty until the person has allowed a camera once. */
  label: string;
}

export interface CameraOptions {
  deviceId?: string;
  /** Wished for, default 1280 × 720; the camera gives the nearest it can. */
  width?: Pixels;
  height?: Pixels;
  /** Wished for, default 30. */
  frameRate?: number;
}

/** Why a picture ended: it is gone, or the person took the permission back. */
export type CameraEnd = 'camera-unplugged' | 'camera-denied';

/** An open camera: its light is on until `stop()`. */
export interface Camera {
  readonly stream: MediaStream;
  readonly label: string;
  readonly deviceId: string;
  /** Size that the camera really gives. */
  readonly width: Pixels;
  readonly height: Pixels;
  /** Calls back at most once, when the picture ends without `stop()`. Returns the way to unsubscribe. */
  onEnded(callback: (kind: CameraEnd) => void): () => void;
  /** Ends the picture; the camera light goes off. May be called again. */
  stop(): void;
}

/** The part of MediaDevices that is used, so that a test can stand in for hardware that is pulled out. */
export type CameraHardware = Pick<
  MediaDevices,
  'getUserMedia' | 'enumerateDevices' | 'addEventListener' | 'removeEventListener'
>;

/** A muted picture may come back (a laptop lid, a phone call); longer than this is gone. */
const GONE_AFTER_MS = 5000;

// On an insecure page the browser leaves mediaDevices out altogether, whatever the types say.
const hardwareOfPage = (): CameraHardware | undefined =>
  (navigator as { mediaDevices?: MediaDevices }).mediaDevices;

/**
 * The cameras there are. Labels are empty until one was allowed. Errors: 'camera-insecure-page', 'camera-failed'.
 */
export async function listCameras(
  hardware: CameraHardware | undefined = hardwareOfPage(),
): Promise<Result<CameraChoice[]>> {
  if (hardware === undefined) return fail('camera-insecure-page');
  try {
    const devices = await hardware.enumerateDevices();
    return ok(
      devices
        .filter((device) => device.kind === 'videoinput')
        .map(({ deviceId, label }) => ({ deviceId, label })),
    );
  } catch (thrown) {
    return fail('camera-failed', String(thrown));
  }
}

/**
 * What is known to be in the way of a camera before it is opened, so that nobody waits for a detector in vain:
 * 'camera-insecure-page', 'camera-missing', 'camera-denied' (refused earlier and remembered by the browser).
 */
export async function cameraTrouble(
  hardware: CameraHardware | undefined = hardwareOfPage(),
): Promise<Result<null>> {
  const cameras = await listCameras(hardware);
  if (!cameras.ok) return cameras;
  if (cameras.value.length === 0) return fail('camera-missing', 'no camera is listed');
  return (await isRefused()) ? fail('camera-denied', 'refused earlier') : ok(null);
}

/** Whether the person has forbidden cameras. Not every browser can be asked; then opening one will tell. */
async function isRefused(): Promise<boolean> {
  try {
    return (await navigator.permissions.query({ name: 'camera' })).state === 'denied';
  } catch {
    return false;
  }
}

/**
 * Opens a camera. Errors: 'camera-denied', 'camera-missing' (none, or not the one asked for), 'camera-in-use',
 * 'camera-insecure-page', 'camera-failed'. Nothing stays open after an error.
 */
export async function openCamera(
  options: CameraOptions = {},
  hardware: CameraHardware | undefined = hardwareOfPage(),
): Promise<Result<Camera>> {
  if (hardware === undefined) return fail('camera-insecure-page');
  const { deviceId, width = 1280, height = 720, frameRate = 30 } = options;
  try {
    const stream = await hardware.getUserMedia({
      audio: false,
      video: {
        ...(deviceId === undefined ? {} : { deviceId: { exact: deviceId } }),
        width: { ideal: width },
        height: { ideal: height },
        frameRate: { ideal: frameRate },
      },
    });
    const [track] = stream.getVideoTracks();
    if (track === undefined) {
      for (const other of stream.getTracks()) other.stop();
      return fail('camera-missing', 'the stream holds no picture');
    }
    return ok(new OpenCamera(stream, track, hardware));
  } catch (thrown) {
    return fail(kindOf(thrown), String(thrown));
  }
}

/** What getUserMedia's errors mean to a person. */
function kindOf(thrown: unknown): AppErrorKind {
  const name = thrown instanceof Error || thrown instanceof DOMException ? thrown.name : '';
  switch (name) {
    case 'NotAllowedError':
      return 'camera-denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'camera-missing';
    case 'NotReadableError':
    case 'AbortError':
      return 'camera-in-use';
    case 'SecurityError':
      return 'camera-insecure-page';
    default:
      return 'camera-failed';
  }
}

class OpenCamera implements Camera {
  readonly label: string;
  readonly deviceId: string;
  readonly width: Pixels;
  readonly height: Pixels;
  private readonly callbacks = new Set<(kind: CameraEnd) => void>();
  private muteTimer: ReturnType<typeof setTimeout> | undefined;
  private over = false;

  constructor(
    readonly stream: MediaStream,
    private readonly track: MediaStreamTrack,
    private readonly hardware: CameraHardware,
  ) {
    const settings = track.getSettings();
    this.label = track.label;
    this.deviceId = settings.deviceId ?? '';
    this.width = settings.width ?? 0;
    this.height = settings.height ?? 0;
    track.addEventListener('ended', this.lost);
    track.addEventListener('mute', this.muted);
    track.addEventListener('unmute', this.unmuted);
    hardware.addEventListener('devicechange', this.devicesChanged);
  }

  onEnded(callback: (kind: CameraEnd) => void): () => void {
    this.callbacks.add(callback);
    return () => {
      this.callbacks.delete(callback);
    };
  }

  stop(): void {
    this.over = true;
    clearTimeout(this.muteTimer);
    this.track.removeEventListener('ended', this.lost);
    this.track.removeEventListener('mute', this.muted);
    this.track.removeEventListener('unmute', this.unmuted);
    this.hardware.removeEventListener('devicechange', this.devicesChanged);
    for (const track of this.stream.getTracks()) track.stop();
    this.callbacks.clear();
  }

  private readonly lost = (): void => {
    if (this.over) return;
    const waiting = [...this.callbacks];
    this.stop();
    void isRefused().then((refused) => {
      for (const callback of waiting) callback(refused ? 'camera-denied' : 'camera-unplugged');
    });
  };

  private readonly muted = (): void => {
    clearTimeout(this.muteTimer);
    this.muteTimer = setTimeout(this.lost, GONE_AFTER_MS);
  };

  private readonly unmuted = (): void => clearTimeout(this.muteTimer);

  /** Some browsers tell of a pulled-out camera only by the device list. */
  private readonly devicesChanged = (): void => {
    void listCameras(this.hardware).then((cameras) => {
      if (this.over || !cameras.ok || this.deviceId === '') return;
      if (!cameras.value.some(({ deviceId }) => deviceId === this.deviceId)) this.lost();
    });
  };
}
