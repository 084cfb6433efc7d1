import type { AppError, Result } from '../core/errors';
import { ASSUMED_HEIGHT_M } from '../core/kinematics/moment';
import type { Analysis } from '../core/session/analysis';
import type { CheckClient, Progress } from '../pipeline/check-client';
import type { DetectorChoice, Person } from '../pipeline/protocol';
import type { Coach } from '../coach/coach';
import { makeFormat, unitsOfLocale } from '../words/format';
import { fetchWords, pickLanguage, wordsOf, type Language } from '../words/languages';
import { Keeper } from './keep/keeper.svelte';
import type { SessionKeeping } from './keep/session-keeping.svelte';
import type { DemoId, LiveSource, World } from './ports';
import { DEFAULT_PREFERENCES, withChange, type Chosen, type Preferences } from './preferences';
import type { ReviewScreen, Screen, WaitingScreen } from './screen';
import type { Ui } from './ui-context';

const LOADING: Progress = { step: 'loading', fraction: 0, detail: '' };

type Begin = () => Promise<void>;

/** Which screen is shown, and the ways from one to the other. It opens and closes what a check needs. */
export class Flow implements Ui {
  readonly world: World;
  readonly coach: Coach;
  readonly keeper: Keeper;
  screen = $state.raw<Screen>({ name: 'start' });
  error = $state.raw<AppError | null>(null);
  /** The detector in use, for people to see. */
  choice = $state.raw<DetectorChoice | null>(null);
  /** Poses a second of the check that runs, as measured in it; null before there are enough. */
  rate = $state.raw<number | null>(null);
  /** Does again what ended with `error`; null when that makes no sense. */
  retry = $state.raw<Begin | null>(null);

  private chosen = $state.raw<Chosen>({});
  readonly preferences = $derived<Preferences>({ ...DEFAULT_PREFERENCES, ...this.chosen });
  readonly picked = $derived.by(() => {
    const wished = this.preferences.language;
    const fits = (locale: string) => locale.toLowerCase().startsWith(wished ?? '');
    return wished
      ? { language: wished, locale: this.world.locales.find(fits) ?? wished }
      : pickLanguage(this.world.locales);
  });
  readonly locale = $derived(this.picked.locale);
  /** The language whose words were fetched last: what is shown follows when they are there. */
  private fetched = $state.raw<Language | null>(null);
  readonly words = $derived.by(() => {
    const { language } = this.picked;
    return this.fetched === language ? wordsOf(language) : wordsOf('en');
  });
  readonly units = $derived.by(
    () => this.preferences.units ?? unitsOfLocale(this.world.locales[0] ?? ''),
  );
  readonly format = $derived(makeFormat(this.locale, this.units));

  private last: Begin | null = null;
  /** The newest wish for another camera. */
  private swap: object | null = null;

  constructor(world: World, coach: Coach) {
    this.world = world;
    this.coach = coach;
    this.keeper = new Keeper(world);
    this.chosen = world.readPreferences();
  }

  /** Changes and keeps what the person chose; what they did not choose is not kept. */
  prefer(change: Partial<Preferences>): void {
    this.chosen = withChange(this.chosen, change);
    this.world.writePreferences(this.chosen);
    void this.fetchWords();
  }

  /** Words of the language that is shown; the first screen waits for them. */
  async fetchWords(): Promise<void> {
    const { language } = this.picked;
    await fetchWords(language);
    this.fetched = language;
  }

  /** Keeps what is checked from now on, on this device, or no more. */
  keepResults(on: boolean): Promise<void> {
    this.prefer({ keep: on });
    return this.keeper.choose(on);
  }

  get person(): Person {
    const { heightM } = this.preferences;
    return { heightM: heightM ?? ASSUMED_HEIGHT_M, heightEntered: heightM !== null };
  }

  startCamera(deviceId?: string): Promise<void> {
    return this.begin(() => this.check('camera', () => this.world.openCamera(deviceId)));
  }

  startDemo(id: DemoId): Promise<void> {
    return this.begin(() => this.check('file', () => this.world.openDemo(id)));
  }

  /** Begins a training, or goes on with it where it was. */
  startTraining(id: string): Promise<void> {
    return this.begin(() => this.training(id));
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

  /**
   * Goes on with another camera, or with the same one when it is back. Only the pictures change: lifts and detector stay.
   * The standing is measured anew, because the new camera sees it from elsewhere.
   *
   * @returns why there is no picture now, or null
   */
  async changeCamera(deviceId: string): Promise<AppError | null> {
    const { screen } = this;
    if (screen.name !== 'check') return null;
    const { client, keeping } = screen;
    const mine = (this.swap = {});
    // Let go first: some machines cannot open a second camera beside it, nor the same one again.
    screen.source.close();
    const opened = await this.openCameraOrAnother(deviceId);
    if (this.swap !== mine || this.screen.name !== 'check' || this.screen.client !== client) {
      if (opened.ok) opened.value.close();
      return null;
    }
    if (!opened.ok) return opened.error;
    const source = opened.value;
    this.last = () => this.check('camera', () => this.openCameraOrAnother(source.deviceId));
    client.redoBaseline();
    this.screen = { name: 'check', source, client, keeping };
    return null;
  }

  /** Ends a live check and shows its summary. A second call, as of a double click, finds no check any more. */
  async stop(): Promise<void> {
    if (this.screen.name !== 'check') return;
    const { source, client, keeping } = this.screen;
    source.close();
    this.coach.close();
    const cancel = () => client.close();
    const waiting: WaitingScreen = { name: 'waiting', what: 'lifts', progress: null, cancel };
    this.show(waiting);
    const answer = await client.finishLive();
    client.close();
    if (!this.isShown(waiting)) return;
    if (answer.ok) this.showSummary(answer.value, source.name, keeping, null);
    else this.failWith(answer.error);
  }

  toStart(): void {
    this.leave();
    this.show({ name: 'start' });
  }

  /** Shows something that is kept. */
  review(screen: ReviewScreen): void {
    this.leave();
    this.show(screen);
  }

  /** The page goes away, perhaps to come back: nothing may stay open, but what is perhaps unsaved stays. */
  pageHides(): void {
    if (this.screen.name !== 'summary' && this.screen.name !== 'job') this.toStart();
  }

  dismissError(): void {
    this.error = this.retry = null;
  }

  /** Closes what is open, on the way to any other screen. */
  private leave(): void {
    if (this.screen.name === 'train') void this.screen.run.leave();
    if (this.screen.name === 'check' || this.screen.name === 'train') {
      this.screen.source.close();
      this.screen.client.close();
    } else if (this.screen.name === 'waiting') this.screen.cancel();
    void this.keeper.end();
    this.coach.close();
    this.error = this.retry = null;
  }

  private isShown(screen: Screen): boolean {
    return this.screen === screen;
  }

  private show(screen: Screen): void {
    this.rate = null;
    this.screen = screen;
  }

  private async begin(what: Begin): Promise<void> {
    this.leave();
    this.last = what;
    await what();
  }

  /**
   * Shows that something is being got ready, and keeps what is closed when the person goes elsewhere meanwhile.
   * `isMine()` is false from then on: whatever is opened later is to be closed by who opens it.
   */
  private wait(what: WaitingScreen['what'], progress: Progress, cancel: () => void) {
    const isMine = () => this.screen.name === 'waiting' && this.screen.cancel === cancel;
    const onProgress = (step: Progress) => {
      if (isMine()) this.show({ name: 'waiting', what, progress: step, cancel });
    };
    this.show({ name: 'waiting', what, progress, cancel });
    return { isMine, onProgress };
  }

  private check(what: 'camera' | 'file', open: () => Promise<Result<LiveSource>>): Promise<void> {
    return this.live(what, open, (client, source) => {
      const keeping = this.keeper.begin(source.kind, source.name, this.preferences.keep);
      client.onLift((lift) => keeping.take(lift));
      client.startLive({ person: this.person, sourceName: source.name });
      this.show({ name: 'check', source, client, keeping });
    });
  }

  private async training(id: string): Promise<void> {
    const found = await this.world.store.training(id);
    if (!found.ok) {
      this.failWith(found.error);
      return;
    }
    const training = found.value;
    if (training === null) {
      this.toStart();
      return;
    }
    for (const { language } of training.roster)
      if (language !== null) await fetchWords(pickLanguage([language]).language);
    const openCamera = () => this.world.openCamera();
    const { TrainingRun } = await import('./train/training-run.svelte');
    await this.live('camera', openCamera, (client, source) => {
      const { world, keeper, person } = this;
      const run = new TrainingRun(training, { world, keeper, client, source, person });
      this.show({ name: 'train', run, source, client });
    });
  }

  private async live(
    what: 'camera' | 'file',
    open: () => Promise<Result<LiveSource>>,
    begin: (client: CheckClient, source: LiveSource) => void,
  ): Promise<void> {
    // From the click that began this, so that the browser lets tones sound later.
    this.coach.wake();
    let client: CheckClient | null = null;
    const cancel = () => client?.close();
    const { isMine, onProgress } = this.wait(what, LOADING, cancel);

    const free = what === 'camera' ? await this.world.cameraTrouble() : null;
    if (!isMine()) return;
    if (free?.ok === false) {
      this.failWith(free.error);
      return;
    }
    // The detector first, the camera after it: what is seen from the first picture on is checked.
    client = this.world.newClient();
    const ready = await this.openClient(client, 'live', onProgress);
    if (!isMine()) return;
    if (!ready.ok) {
      this.failWith(ready.error);
      return;
    }
    this.show({ name: 'waiting', what, progress: null, cancel });
    const opened = await open();
    if (!isMine()) {
      if (opened.ok) opened.value.close();
      return;
    }
    if (!opened.ok) {
      this.failWith(opened.error);
      return;
    }
    begin(client, opened.value);
  }

  private async recording(file: File, saved: boolean): Promise<void> {
    const client = this.world.newClient();
    const stop = new AbortController();
    const cancel = () => {
      stop.abort();
      client.close();
    };
    const { isMine, onProgress } = this.wait(
      'file',
      { ...LOADING, step: saved ? 'reading' : 'loading' },
      cancel,
    );
    const options = { person: this.person, onProgress, signal: stop.signal };
    // A saved check may be kept already: only when it is asked for.
    const atOnce = this.preferences.keep && !saved;
    const keeping = this.keeper.begin(saved ? 'poses' : 'video', file.name, atOnce);
    client.onLift((lift) => keeping.take(lift));
    const opened = saved ? null : await this.openClient(client, 'recording', onProgress);
    let answer: Result<Analysis>;
    if (opened && !opened.ok) answer = opened;
    else if (saved) answer = await client.analysePoses(file, options);
    else answer = await client.analyseFile(file, options);
    client.close();
    if (!isMine()) return;
    if (answer.ok) this.showSummary(answer.value, file.name, keeping, saved ? null : file);
    else this.failWith(answer.error);
  }

  private async openCameraOrAnother(deviceId: string): Promise<Result<LiveSource>> {
    // Some browsers tell no id.
    const opened = await this.world.openCamera(deviceId || undefined);
    const gone = !opened.ok && opened.error.kind === 'camera-missing';
    return gone ? this.world.openCamera() : opened;
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

  private showSummary(
    analysis: Analysis,
    name: string,
    keeping: SessionKeeping,
    video: File | null,
  ): void {
    void this.keeper.end();
    // Cameras are sometimes named by a path.
    const last = name.split(/[\\/]/).at(-1) ?? name;
    const fileName = last.replace(/(\.liftcheck)?\.[a-z0-9]+$/i, '');
    this.show({ name: 'summary', analysis, fileName, keeping, video });
  }

  private failWith(error: AppError): void {
    const again = this.last;
    this.toStart();
    this.error = error.kind === 'cancelled' ? null : error;
    this.retry =
      again && /^(camera|backend|memory|model)/.test(error.kind) ? () => this.begin(again) : null;
  }
}
