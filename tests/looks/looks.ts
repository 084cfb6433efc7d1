// @ts-nocheck
import '../../src/ui/theme.css';
import { mount } from 'svelte';
import App from '../../src/ui/App.svelte';
import { Flow } from '../../src/ui/flow.svelte';
import { DEFAULT_PREFERENCES } from '../../src/ui/ports';
import { MEASURE_NAMES } from '../../src/core/kinematics/measure';
import sample from './sample.json';

const q = new URLSearchParams(location.search);
const scene = q.get('scene') ?? 'start';
const clip = q.get('clip') ?? 'bent';
const data = sample[clip];
const PAD = 3;
const m = (value, error) => ({ value, error, judged: true });
const motionOf = (f) => {
  const none = { value: null, error: null, judged: 'too-uncertain' };
  const measures = Object.fromEntries(MEASURE_NAMES.map((n) => [n, none]));
  Object.assign(measures, { trunkInclinationDeg: m(f.ti, 6), axialTwistDeg: m(f.tw, 9), kneeFlexionLeftDeg: m(f.kl, 10), viewAzimuthDeg: m(data.az, 12), trunkVelocityDegS: m(f.v, 15) });
  return { timeS: f.t + PAD, measures };
};
const frameAt = (t) => data.frames.reduce((b, f) => (Math.abs(f.t + PAD - t) < Math.abs(b.t + PAD - t) ? f : b));
const poseOf = (f) => ({ timeS: f.t, detector: 'movenet-lightning', width: 640, height: 480, keypoints: f.k.map(([x, y, score]) => ({ x, y, score })) });
const c = (id, value, error, state, extra = {}) => ({ id, phase: 'lift', value, error, unit: id === 'far-load' ? 'm' : id === 'sudden' ? 'deg/s' : 'deg', state, notJudged: null, reason: '', atS: 4.7, rule: 'BACK-1', source: 'ISO 11226:2000; REBA (Hignett & McAtamney 2000)', ...extra });
const nj = (id, why = 'not-measurable') => c(id, null, null, 'not-judged', { notJudged: why, atS: null });
const lift = (over, i = 0) => ({ startS: 3.5 + i * 5, graspS: 4.8 + i * 5, peakS: 4.7 + i * 5, endS: 6.4 + i * 5, releaseS: 8.3 + i * 5, lowerEndS: null, score: 61, coverage: { judged: 4, of: 4 }, ...over });
const bent = c('bent-back', 99.6, 6.2, 'flagged');
const bentLift = lift({ headline: { kind: 'bent-back', check: bent }, checks: [bent, c('twist', 3, 9, 'ok'), c('far-load', 0.31, 0.05, 'ok'), c('sudden', 131, 20, 'ok'), nj('rounded-back'), c('straight-legs', 14, 9, 'watch'), c('bent-back', 88, 6, 'flagged', { phase: 'lower', atS: 8.2 })] });
const goodLift = lift({ score: 91, headline: { kind: 'good' }, checks: [c('bent-back', 42, 6, 'watch'), c('twist', -4, 9, 'ok'), c('far-load', 0.33, 0.05, 'ok'), c('sudden', 90, 20, 'ok'), nj('rounded-back'), c('straight-legs', 80, 9, 'ok')] }, 1);
const tw = c('twist', 34, 9, 'borderline');
const twistLift = lift({ score: 70, headline: { kind: 'twist', check: tw }, checks: [c('bent-back', 50, 6, 'watch'), tw, nj('far-load', 'too-uncertain'), c('sudden', 160, 20, 'watch'), nj('rounded-back'), nj('straight-legs', 'too-uncertain')] }, 2);
const lifts = scene.includes('good') ? [{ ...goodLift }] : scene.includes('border') ? [{ ...twistLift }] : [bentLift, goodLift, twistLift];

const source = async (id, kind = 'demo') => {
  const video = document.createElement('video');
  video.muted = true; video.src = `/demo/${id}.mp4`; video.preload = 'auto';
  await new Promise((r) => video.addEventListener('loadeddata', r, { once: true }));
  const t = scene === 'idle' ? 0.2 : scene.startsWith('lift') ? 4.7 : 6.6;
  video.currentTime = t;
  await new Promise((r) => video.addEventListener('seeked', r, { once: true }));
  return { ok: true, value: { kind, name: `demo-${id}`, deviceId: '', video, play() {}, close() {} } };
};
const fakeClient = () => ({
  open: async () => scene === 'preparing' ? new Promise(() => {}) : { ok: true, value: { detector: 'movenet-lightning', backend: 'wasm', posesPerSecond: 14.2, threads: 1, measured: [] } },
  startLive() {}, offerFrame() { return true; }, redoBaseline() {}, onTrouble() {}, onSwitched() {}, close() {},
  onState(l) {
    if (!l) return;
    const readiness = { wholeBody: true, cutAt: null, clear: true, baseline: scene === 'idle' ? 0.6 : 1, view: 'side', judgeable: { trunk: true, twist: true, knees: true, reach: true } };
    const t = scene === 'idle' ? 0.2 : scene.startsWith('lift') ? 4.7 : 6.6;
    const f = frameAt(t);
    const s = (timeS, extra) => ({ timeS, person: 'tracked', pose: poseOf(f), motion: motionOf(f), readiness, phase: 'standing', lifts: [], spoken: null, ...extra });
    setTimeout(() => {
      if (scene === 'idle') return l(s(0.5));
      if (scene === 'ready') { l(s(5)); return l(s(6)); }
      if (scene === 'other') { l(s(5)); l(s(6, { person: 'other' })); return l(s(7, { person: 'other' })); }
      if (scene.startsWith('lift')) { l(s(1)); return l(s(4.7, { phase: 'rising', lifts: lifts.slice(0, 1) })); }
      l(s(1)); l(s(7, { phase: 'holding', lifts, spoken: 0 }));
    }, 100);
  },
  finishLive: async () => ({ ok: true, value: analysis }),
});
const none = Object.fromEntries(MEASURE_NAMES.map((n) => [n, null]));
const analysis = {
  schema: 'liftcheck.analysis/1', rules: '2026.11.1', model: 'movenet-thunder', lifter: '1', heightM: 1.7, heightEntered: false,
  baseline: { timesS: [0.2, 3], sizePx: 330, keypoints: [] }, source: { name: 'bent.mp4', width: 640, height: 480, fps: 15, durationS: 19 },
  frames: [0, 5, 10].flatMap((o) => data.frames.filter((f) => f.t < 5).map((f) => ({ t: f.t + PAD + o, ...none, trunkInclinationDeg: f.ti * (o === 5 ? 0.42 : o === 10 ? 0.5 : 1), axialTwistDeg: o === 10 ? f.ti * 0.33 : f.tw, errors: { ...none, trunkInclinationDeg: 6, axialTwistDeg: 9 }, judged: Object.fromEntries(MEASURE_NAMES.map((n) => [n, true])) }))),
  lifts,
  poses: { detector: 'movenet-thunder', width: 640, height: 480, frames: [0, 5, 10].flatMap((o) => (o === 5 ? sample.good : o === 10 ? sample.twist : data).frames.filter((f) => f.t < 5).map((f) => ({ t: f.t + PAD + o, k: f.k }))) },
};
const world = {
  locales: [q.get('lang') ?? 'en-GB'],
  openCamera: async () => ({ ok: false, error: { kind: 'camera-denied', detail: 'NotAllowedError: Permission denied' } }),
  listCameras: async () => ({ ok: true, value: [] }),
  openDemo: (id) => source(id), demoPoster: (id) => `/demo/${id}.jpg`, newClient: fakeClient,
  readPreferences: () => ({ ...DEFAULT_PREFERENCES }), writePreferences() {}, saveFile() {},
};
const coach = { wake() {}, verdict() {}, ready() {}, close() {} };
const flow = new Flow(world, coach);
mount(App, { target: document.body, props: { flow } });
if (scene === 'error') flow.startCamera();
else if (scene.startsWith('summary')) flow.screen = { name: 'summary', analysis, fileName: 'bent' };
else if (scene === 'waiting') flow.screen = { name: 'waiting', what: 'file', progress: { step: 'reading', fraction: 0.4, detail: '' }, cancel: null };
else if (scene !== 'start') flow.startDemo(clip);
window.flow = flow;
