import type { AppError, Result } from '../core/errors';
import type { Analysis } from '../core/session/analysis';
import type { CheckClient, Progress } from '../pipeline/check-client';
import type { DetectorChoice, Person } from '../pipeline/protocol';
import type { Coach } from '../coach/coach';
import { makeFormat, unitsOfLocale } from '../words/format';
import { pickLanguage, wordsOf } from '../words/languages';
import {
  DEFAULT_PREFERENCES,
  type DemoId,
  type LiveSource,
  type Preferences,
  type World,
} from './ports';
import type { Ui } from './ui-context';

/** A height that is assumed until the person enters theirs. */
export const ASSUMED_HEIGHT_M = 1.7;

/** The one screen that is shown, with all it needs. */
export type Screen =
  | { name: 'start' }
  /** progress null: the detector is ready and the check runs. */
  | { name: 'check'; source: LiveSource; client: CheckClient; progress: Progress | null }
  | {
      name: 'waiting';
      what: 'camera' | 'file';
      progress: Progress | null;
      cancel: (() => void) | null;
    }
  | { name: 'summary'; analysis: Analysis; fileName: string };

type Begin = () => Promise<void>;

/** Which screen is shown, and the ways from one to the other. It opens and closes what a check needs. */
export class Flow implements Ui {
  readonly world: World;
  readonly coach: Coach;
  screen = $state.raw<Screen>({ name: 'start' });
  error = $state.raw<AppError | null>(null);
  /** The detector in use, for people to see. */
  choice = $state.raw<DetectorChoice | null>(null);
  preferences = $state.raw<Preferences>(DEFAULT_PREFERENCES);
  /** Does again what ended with `error`; null when that makes no sense. */
  retry = $state.raw<Begin | null>(null);

  readonly picked = $derived.by(() => {
    const wished = this.preferences.language;
    const fits = (locale: string) => locale.toLowerCase().startsWith(wished ?? '');
    return wished
      ? { language: wished, locale: this.world.locales.find(fits) ?? wished }
      : pickLanguage(this.world.locales);
  });
  readonly locale = $derived(this.picked.locale);
  readonly words = $derived(wordsOf(this.picked.language));
  readonly units = $derived.by(
    () => this.preferences.units ?? unitsOfLocale(this.world.locales[0] ?? ''),
  );
  readonly format = $derived(makeFormat(this.locale, this.units));

  private last: Begin | null = null;

  constructor(world: World, coach: Coach) {
    this.world = world;
    this.coach = coach;
    this.preferences = world.readPreferences();
  }

  /** Changes and keeps what the person chose. */
  prefer(change: Partial<Preferences>): void {
    this.preferences = { ...this.preferences, ...change };
    this.world.writePreferences(this.preferences);
  }

  get person(): Person {
    const { heightM } = this.preferences;
    return { heightM: heightM ?? ASSUMED_HEIGHT_M, heightEntered: heightM !== null };
  }

  startCamera(deviceId?: string): Promise<void> {
    return this.begin(async () => {
      const free = await this.world.cameraTrouble();
      if (free.ok) await this.live('camera', () => this.world.openCamera(deviceId));
      else this.failWith(free.error);
    });
  }

  startDemo(id: DemoId): Promise<void> {
    return this.begin(() => this.live('file', () => this.world.openDemo(id)));
  }

  /** A video, or a saved check with its poses. */
  openFile(file: File): Promise<void> {
    const saved = file.type === 'application/json' || /\.json$/i.test(file.name);
    return this.begin(() => this.recording(file, saved));
  }

  /** Once more what was done last: same camera, demo or file. */
  async again(): Promise<void> {
    if (this.last) await this.begin(this.last);
    else this.toStart();
  }

  /** Ends a live check and shows its summary. */
  async stop(): Promise<void> {
    if (this.screen.name !== 'check') return;
    const { source, client, progress } = this.screen;
    source.close();
    this.coach.close();
    const answer = progress === null ? await client.finishLive() : null;
    client.close();
    if (!answer) this.toStart();
    else if (answer.ok) this.show(answer.value, source.name);
    else this.failWith(answer.error);
  }

  toStart(): void {
    this.leave();
    this.screen = { name: 'start' };
  }

  /** Closes what is open: called on the way to any other screen, and when the page goes away. */
  leave(): void {
    if (this.screen.name === 'check') {
      this.screen.source.close();
      this.screen.client.close();
      this.coach.close();
    } else if (this.screen.name === 'waiting') this.screen.cancel?.();
    this.error = this.retry = null;
  }

  dismissError(): void {
    this.error = this.retry = null;
  }

  private async begin(what: Begin): Promise<void> {
    this.leave();
    this.coach.wake();
    this.last = what;
    await what();
  }

  private async live(
    what: 'camera' | 'file',
    open: () => Promise<Result<LiveSource>>,
  ): Promise<void> {
    // The detector first, the camera after it: what is seen from the first picture on is checked.
    const client = this.world.newClient();
    const cancel = () => client.close();
    const isMine = () => this.screen.name === 'waiting' && this.screen.cancel === cancel;
    this.screen = { name: 'waiting', what, progress: null, cancel };
    const answer = await this.openClient(client, 'live', (progress) => {
      if (isMine()) this.screen = { name: 'waiting', what, progress, cancel };
    });
    if (!isMine()) return;
    if (!answer.ok) {
      this.failWith(answer.error);
      return;
    }
    const opened = await open();
    if (!isMine()) {
      if (opened.ok) opened.value.close();
      return;
    }
    if (!opened.ok) {
      this.failWith(opened.error);
      return;
    }
    const source = opened.value;
    client.startLive({ person: this.person, sourceName: source.name });
    this.screen = { name: 'check', source, client, progress: null };
  }

  private async recording(file: File, saved: boolean): Promise<void> {
    const client = this.world.newClient();
    const stop = new AbortController();
    const cancel = () => {
      stop.abort();
      client.close();
    };
    const onProgress = (progress: Progress) => {
      if (!stop.signal.aborted) this.screen = { name: 'waiting', what: 'file', progress, cancel };
    };
    onProgress({ step: saved ? 'reading' : 'loading', fraction: 0, detail: '' });
    const options = { person: this.person, onProgress, signal: stop.signal };
    const opened = saved ? null : await this.openClient(client, 'recording', onProgress);
    let answer: Result<Analysis>;
    if (opened && !opened.ok) answer = opened;
    else if (saved) answer = await client.analysePoses(file, options);
    else answer = await client.analyseFile(file, options);
    client.close();
    if (stop.signal.aborted) return;
    if (answer.ok) this.show(answer.value, file.name);
    else this.failWith(answer.error);
  }

  private async openClient(
    client: CheckClient,
    use: 'live' | 'recording',
    onProgress: (progress: Progress) => void,
  ): Promise<Result<DetectorChoice>> {
    const { detector, backend } = this.preferences;
    const answer = await client.open({ use, detector, backend, onProgress });
    if (answer.ok) this.choice = answer.value;
    return answer;
  }

  private show(analysis: Analysis, name: string): void {
    // Cameras are sometimes named by a path.
    const last = name.split(/[\\/]/).at(-1) ?? name;
    this.screen = {
      name: 'summary',
      analysis,
      fileName: last.replace(/(\.liftcheck)?\.[a-z0-9]+$/i, ''),
    };
  }

  private failWith(error: AppError): void {
    const again = this.last;
    this.toStart();
    this.error = error.kind === 'cancelled' ? null : error;
    this.retry =
      again && /^(camera|backend|memory|model)/.test(error.kind) ? () => this.begin(again) : null;
  }
}
