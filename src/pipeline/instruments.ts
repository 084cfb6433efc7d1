import { ok, type Result } from '../core/errors';
import { canLookCloser } from '../core/kinematics/closer-look';
import type { Seconds } from '../core/units';
import type { Wish } from '../detect/detector-choice';
import type { CloserDetector, PersonMasker } from '../detect/detector-port';
import { brokenBackend } from '../detect/broken-backend';
import { DetectorRun } from '../detect/detector-run';
import { cachedModels, siteModels, type ModelSource } from '../detect/model-files';
import {
  openChoice,
  openDetector,
  type OpenDetector,
  type OpenStep,
} from '../detect/open-detector';
import { openCloserDetector, openMasker, type OpenLook } from '../detect/open-looks';
import { SpeedWatch } from '../detect/speed-watch';
import { LiveLooks } from './live-looks';
import type { BackendId, DetectorChoice, SwitchReason } from './protocol';

/** Live: slower than this, five looks are not made within the five seconds that they have. */
const SLOWEST_LOOK_S: Seconds = 1;

export interface InstrumentOptions {
  wish: Wish;
  /** Folder that holds `models/` and `wasm/`. */
  assetBase: string;
  onStep: OpenStep;
  onSwitched: (choice: DetectorChoice, why: SwitchReason) => void;
}

/** What looks at the pictures: the detector at work, and what second looks are made with. */
export class Instruments {
  readonly run: DetectorRun;
  #backend: BackendId;
  #speed: SpeedWatch | null;
  /** Null where this machine cannot make such looks. */
  #masker: OpenLook<PersonMasker> | null = null;
  #closer: OpenLook<CloserDetector> | null = null;

  private constructor(
    opened: OpenDetector,
    private readonly models: ModelSource,
    private readonly options: InstrumentOptions,
  ) {
    const { wish, assetBase, onStep, onSwitched } = options;
    const { measured, backend } = opened.choice;
    this.#backend = backend;
    this.#speed = new SpeedWatch(opened.choice, wish);
    this.run = new DetectorRun(opened, {
      fallBack: () => openDetector({ ...wish, backend: 'wasm' }, models, assetBase, onStep),
      open: (to, beside) => openChoice(to, measured, models, beside, assetBase, onStep),
      onSwitched: (choice, why) => {
        // The models of second looks were on the back end that is gone.
        if (choice.backend !== this.#backend) this.#loseLooks();
        this.#backend = choice.backend;
        if (typeof why === 'object')
          this.#speed = new SpeedWatch(choice, { ...wish, backend: choice.backend });
        onSwitched(choice, why);
      },
    });
  }

  /** Chooses, loads and warms up. Failures: those of `openDetector`. */
  static async open(options: InstrumentOptions): Promise<Result<Instruments>> {
    const { wish, assetBase, onStep } = options;
    const models = cachedModels(siteModels(assetBase));
    const opened = await openDetector(wish, models, assetBase, onStep);
    if (!opened.ok) return opened;
    const instruments = new Instruments(opened.value, models, options);
    onStep('warming', 1, 'second look');
    const looks = await instruments.#openLooks();
    if (looks.ok) return ok(instruments);
    instruments.close();
    return looks;
  }

  get masker(): PersonMasker | null {
    return this.#masker?.looker ?? null;
  }

  /** The second looks of a live check that begins, or goes on with another detector. */
  newLooks(): LiveLooks {
    return new LiveLooks(this.#masker, this.#closer);
  }

  /** The back end broke under a second look: there are no more, and without memory no more poses either. */
  brokeUnderLook(error: unknown): void {
    this.#loseLooks();
    const why = brokenBackend(error);
    if (why.kind === 'memory-full') this.run.stopFor(why);
  }

  /** Live: what the detector took for a picture that it has just done. */
  took(tookS: Seconds, nowS: Seconds): void {
    this.#speed?.take(tookS, nowS);
  }

  /**
   * Live, while nobody is lifting: goes on with a quicker detector where the machine has become slower, and with a more
   * accurate one where it has become quick again. Takes a second or so if it does.
   *
   * @returns whether another detector looks now
   */
  async keepPace(nowS: () => Seconds): Promise<boolean> {
    const speed = this.#speed;
    const better = speed?.better(nowS());
    if (!speed || !better) return false;
    if (!(await this.run.change(better.to, better.why))) {
      // It cannot be had here: not to be tried at every picture.
      this.#speed = null;
      return false;
    }
    const looks = await this.#openLooks();
    if (!looks.ok) this.run.stopFor(looks.error);
    speed.changed(better, nowS());
    return true;
  }

  close(): void {
    if (!this.run.isOpen) this.#loseLooks();
    this.#masker?.looker.dispose();
    this.#closer?.looker.dispose();
    this.run.close();
  }

  #loseLooks(): void {
    this.#masker = this.#closer = null;
  }

  /** Failure: 'memory-full'. */
  async #openLooks(): Promise<Result<null>> {
    const { wish } = this.options;
    const isLive = wish.use === 'live';
    if (this.#masker === null) {
      const masker = await openMasker(this.models, isLive ? SLOWEST_LOOK_S : Infinity);
      if (!masker.ok) return masker;
      this.#masker = masker.value;
    }
    this.#closer?.looker.dispose();
    this.#closer = null;
    if (isLive && canLookCloser(this.run.choice.detector)) {
      const closer = await openCloserDetector(this.models, SLOWEST_LOOK_S);
      if (!closer.ok) return closer;
      this.#closer = closer.value;
    }
    return ok(null);
  }
}
