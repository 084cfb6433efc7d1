import { afterEach, describe, expect, it, vi } from 'vitest';
import { listCameras, openCamera, type CameraHardware } from '../../../src/capture/camera';

// Hardware that is refused, busy or pulled out cannot be had in a test: a double stands in for it.
class Track extends EventTarget {
  stopped = false;
  label = 'Desk camera';
  getSettings = () => ({ deviceId: 'desk', width: 1280, height: 720 });
  stop = () => {
    this.stopped = true;
  };
}

class Hardware extends EventTarget {
  readonly track = new Track();
  devices = [
    { kind: 'videoinput', deviceId: 'desk', label: 'Desk camera' },
    { kind: 'audioinput', deviceId: 'mic', label: 'Microphone' },
  ];
  asked: MediaStreamConstraints | undefined;
  refusal: DOMException | null = null;

  getUserMedia = (constraints?: MediaStreamConstraints) => {
    this.asked = constraints;
    if (this.refusal !== null) return Promise.reject(this.refusal);
    return Promise.resolve({ getVideoTracks: () => [this.track], getTracks: () => [this.track] });
  };
  enumerateDevices = () => Promise.resolve(this.devices);
}

const as = (hardware: Hardware): CameraHardware => hardware as unknown as CameraHardware;

async function opened(hardware: Hardware) {
  const camera = await openCamera({}, as(hardware));
  if (!camera.ok) throw new Error(camera.error.kind);
  return camera.value;
}

afterEach(() => {
  vi.useRealTimers();
});

describe('opening a camera', () => {
  it.each([
    ['NotAllowedError', 'camera-denied'],
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-in-use'],
    ['SecurityError', 'camera-insecure-page'],
    ['TypeError', 'camera-failed'],
  ])('%s is %s', async (name, kind) => {
    const hardware = new Hardware();
    hardware.refusal = new DOMException('no', name);
    const camera = await openCamera({}, as(hardware));
    expect(camera).toMatchObject({ ok: false, error: { kind } });
  });

  it('is an insecure page where the browser leaves cameras out', async () => {
    vi.stubGlobal('navigator', {});
    expect(await openCamera()).toMatchObject({
      ok: false,
      error: { kind: 'camera-insecure-page' },
    });
    expect(await listCameras()).toMatchObject({
      ok: false,
      error: { kind: 'camera-insecure-page' },
    });
    vi.unstubAllGlobals();
  });

  it('asks for the chosen device and tells what it really gives', async () => {
    const hardware = new Hardware();
    const camera = await openCamera({ deviceId: 'desk', frameRate: 25 }, as(hardware));
    expect(hardware.asked).toEqual({
      audio: false,
      video: {
        deviceId: { exact: 'desk' },
        width: { ideal: 1280 },
        height: { ideal: 720 },
        frameRate: { ideal: 25 },
      },
    });
    expect(camera).toMatchObject({
      ok: true,
      value: { label: 'Desk camera', width: 1280, height: 720 },
    });
  });

  it('lists cameras only', async () => {
    const cameras = await listCameras(as(new Hardware()));
    expect(cameras).toEqual({ ok: true, value: [{ deviceId: 'desk', label: 'Desk camera' }] });
  });
});

describe('losing a camera', () => {
  it('tells once when the track ends, and closes it', async () => {
    const hardware = new Hardware();
    const camera = await opened(hardware);
    const told: string[] = [];
    camera.onEnded((kind) => told.push(kind));
    hardware.track.dispatchEvent(new Event('ended'));
    hardware.track.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(told).toEqual(['camera-unplugged']));
    expect(hardware.track.stopped).toBe(true);
  });

  it('notices a device that left the list', async () => {
    const hardware = new Hardware();
    const camera = await opened(hardware);
    const told: string[] = [];
    camera.onEnded((kind) => told.push(kind));
    hardware.dispatchEvent(new Event('devicechange'));
    await Promise.resolve();
    expect(told).toEqual([]);
    hardware.devices = [];
    hardware.dispatchEvent(new Event('devicechange'));
    await vi.waitFor(() => expect(told).toEqual(['camera-unplugged']));
  });

  it('waits a while for a muted picture to come back', async () => {
    vi.useFakeTimers();
    const hardware = new Hardware();
    const camera = await opened(hardware);
    const told: string[] = [];
    camera.onEnded((kind) => told.push(kind));
    hardware.track.dispatchEvent(new Event('mute'));
    vi.advanceTimersByTime(4000);
    hardware.track.dispatchEvent(new Event('unmute'));
    vi.advanceTimersByTime(60_000);
    expect(told).toEqual([]);
    hardware.track.dispatchEvent(new Event('mute'));
    await vi.advanceTimersByTimeAsync(5000);
    expect(told).toEqual(['camera-unplugged']);
    vi.useRealTimers();
  });

  it('tells that the permission was taken back', async () => {
    vi.stubGlobal('navigator', {
      permissions: { query: () => Promise.resolve({ state: 'denied' }) },
    });
    const hardware = new Hardware();
    const camera = await opened(hardware);
    const told: string[] = [];
    camera.onEnded((kind) => told.push(kind));
    hardware.track.dispatchEvent(new Event('ended'));
    await vi.waitFor(() => expect(told).toEqual(['camera-denied']));
    vi.unstubAllGlobals();
  });

  it('is silent after stop, which puts the light out', async () => {
    const hardware = new Hardware();
    const camera = await opened(hardware);
    const told: string[] = [];
    camera.onEnded((kind) => told.push(kind));
    camera.stop();
    hardware.track.dispatchEvent(new Event('ended'));
    expect(hardware.track.stopped).toBe(true);
    expect(told).toEqual([]);
  });
});
