import type { GestureId } from '../../core/gesture/gesture';
import { HeldGestures } from '../../core/gesture/held-gesture';
import { CueMoment } from '../../core/coaching/cue-moment';
import { chooseCoaching, type Coaching } from '../../core/coaching/coaching';
import { focusOf } from '../../core/coaching/focus';
import { pairedChange, type PairedChange } from '../../core/coaching/paired-change';
import type { CueId } from '../../core/coaching/cue-list';
import * as course from '../../core/course/course';
import { setupDrift, setupOf, type SetupDrift } from '../../core/course/setup-check';
import type { AppError, Result } from '../../core/errors';
import type { LiftStation, Participant, TrainingRecord } from '../../core/records/training-record';
import type { LiftVerdict } from '../../core/scoring/check';
import { addLift, addSample, noBentTime, totalsOf } from '../../core/strain/bent-time';
import type { Fraction, Seconds } from '../../core/units';
import type { CheckClient } from '../../pipeline/check-client';
import type { LiveState } from '../../pipeline/live-state';
import type { Person } from '../../pipeline/protocol';
import { isLifting, isReady } from '../check/live-view.svelte';
import type { Keeper } from '../keep/keeper.svelte';
import type { SessionKeeping } from '../keep/session-keeping.svelte';
import type { LiveSource, World } from '../ports';
import { hardestAndEasiestOf, liftsOf, type TurnFigure } from './turn-lifts';

/** What the big screen shows now. */
export type Step =
  | { name: 'call'; next: Participant | null }
  | { name: 'consent'; who: Participant }
  | { name: 'lift'; who: Participant; station: LiftStation; planned: number }
  | { name: 'see'; who: Participant }
  | { name: 'result'; who: Participant }
  | { name: 'paused'; who: Participant | null };

/** What is said or sounded now; the words are the screen's. */
export type TrainingEvent =
  | { kind: 'lifted'; left: number }
  | { kind: 'coaching'; coaching: Coaching }
  | { kind: 'ready' }
  | { kind: 'turn-over' }
  | { kind: 'gesture'; gesture: GestureId };

/** What was seen at the first station, and what to change. */
export interface Seen {
  hardest: TurnFigure;
  easiest: TurnFigure | null;
  focus: readonly CueId[];
}

/** What changed from the first station to the last. */
export interface Change {
  before: TurnFigure | null;
  after: TurnFigure | null;
  changes: readonly PairedChange[];
}

export interface TrainingPorts {
  world: Pick<World, 'store' | 'now' | 'lifters'>;
  keeper: Keeper;
  client: Pick<CheckClient, 'startLive' | 'onLift'>;
  source: Pick<LiveSource, 'kind' | 'name'>;
  /** Somebody without a height of their own. */
  person: Person;
}

/** After the last lift of a turn the load is put down: so long is waited for it, and for standing after it. */
const PUT_DOWN_S: Seconds = 8;
const STOOD_S: Seconds = 1;
/** What was told after the last lift stays for so long. */
const READ_S: Seconds = 4;

/**
 * A training that runs: whose turn it is, their lifts, what is told of them. It owns no device; every step is kept
 * before the next one, so that a page that is left goes on where it was.
 */
export class TrainingRun {
  training = $state.raw<TrainingRecord>() as TrainingRecord;
  isPaused = $state(false);
  /** Of the turn that runs. */
  lifts = $state.raw<readonly LiftVerdict[]>([]);
  /** What was told after the last lift; it goes when the next one begins. */
  coaching = $state.raw<Coaching | null>(null);
  drift = $state.raw<SetupDrift | null>(null);
  /** The person stands before the camera and can be judged. */
  isReady = $state(false);
  gesture = $state.raw<{ gesture: GestureId; progress: Fraction } | null>(null);
  seen = $state.raw<Seen | null>(null);
  change = $state.raw<Change | null>(null);
  /** The store refused; what it refused is still held here. */
  trouble = $state.raw<AppError | null>(null);

  readonly step = $derived.by((): Step => {
    const who = course.currentOf(this.training);
    if (this.isPaused) return { name: 'paused', who };
    if (who === null) return { name: 'call', next: course.nextUp(this.training) };
    if (who.consent?.agreed !== true) return { name: 'consent', who };
    const { station } = who;
    if (!course.isLiftStation(station)) return { name: station, who };
    return { name: 'lift', who, station, planned: this.training.plan[station] };
  });

  readonly #ports: TrainingPorts;
  #listener: ((event: TrainingEvent) => void) | null = null;
  readonly #gestures = new HeldGestures();
  #cueMoment = new CueMoment();
  /** The last lift of the turn of which something was told. */
  #toldLift = -1;
  #keeping: SessionKeeping | null = null;
  #strain = noBentTime();
  /** Their earlier lifts, for what is told next. */
  #before: readonly LiftVerdict[] = [];
  /** The worker still answers for whoever was there before. */
  #isStale = true;
  #doneAtS: Seconds | null = null;
  #stoodSinceS: Seconds | null = null;
  #isBusy = false;
  #stopWatching: (() => void) | null = null;

  constructor(training: TrainingRecord, ports: TrainingPorts) {
    this.#ports = ports;
    // What a page that was left had begun is over; its lifts are kept.
    this.training = course.cutOff(training, ports.world.now());
    this.#watch(null);
  }

  /** What is to be said or sounded. One listener; null takes it off. */
  onEvent(listener: ((event: TrainingEvent) => void) | null): void {
    this.#listener = listener;
  }

  /** Saves where it stands, and goes on there. */
  begin(): Promise<void> {
    this.#stopWatching = this.#ports.world.store.onChanged(() => void this.#follow());
    return this.#do(() => this.#goOn(this.training));
  }

  /** Takes one state of the live check. */
  take(state: LiveState): void {
    // A new check begins its own clock.
    if (this.#isStale && state.timeS > 0) return;
    this.#isStale = false;
    this.#watchGestures(state);
    if (this.step.name !== 'lift' || this.#keeping === null || this.#isBusy) return;
    const { station, planned, who } = this.step;
    this.#watchStrain(state);
    if (state.phase === 'reaching') this.coaching = null;
    if (!isLifting(state.phase)) this.#checkSetup(state, who);
    this.#countLifts(station, planned, state);
    if (station === 'try') this.#coach(who, state);
    if (this.#doneAtS !== null) this.#waitForEnd(state, who, station);
  }

  /** Verdicts were refined by a second look; nothing is told again. */
  refine(lifts: readonly LiftVerdict[]): void {
    if (lifts.length === this.lifts.length) this.lifts = lifts;
  }

  /** The one thing to do next: call up, go on, end a pause. */
  next(): Promise<void> {
    return this.#do(async () => {
      const { step } = this;
      switch (step.name) {
        case 'call':
          if (step.next !== null) await this.#goOn(course.callUp(this.training, step.next.id));
          return;
        case 'consent':
          // Only the person's own word agrees.
          return;
        case 'see':
          return this.#goOn(course.goTo(this.training, step.who.id, 'try'));
        case 'paused':
          this.isPaused = false;
          return this.#enter();
        case 'lift':
        case 'result':
          await this.#endTurn();
          return this.#goOn(course.stepBack(this.training));
      }
    });
  }

  callUp(id: string): Promise<void> {
    return this.#do(async () => {
      await this.#endTurn();
      this.isPaused = false;
      await this.#goOn(course.callUp(this.training, id));
    });
  }

  /** What the person answered when they were asked. */
  answer(agreed: boolean): Promise<void> {
    return this.#do(async () => {
      const who = course.currentOf(this.training);
      if (who === null) return;
      const { now, store } = this.#ports.world;
      if (agreed) {
        const { id, name, heightM } = who;
        const saved = await store.savePerson({ v: 1, id, name, heightM, createdMs: now() });
        this.#note(saved);
        if (!saved.ok) return;
      }
      await this.#goOn(course.noteConsent(this.training, who.id, agreed, now()));
    });
  }

  /** Once more: the station, or at 'see' and 'result' the lifts that led there. */
  redo(): Promise<void> {
    return this.#do(async () => {
      const { step } = this;
      if (step.name !== 'lift' && step.name !== 'see' && step.name !== 'result') return;
      const again =
        step.name === 'lift' ? step.station : step.name === 'see' ? 'baseline' : 'retest';
      await this.#endTurn();
      await this.#goOn(course.redo(this.training, step.who.id, again));
    });
  }

  /** Later: they are passed over until they are called up. */
  skip(): Promise<void> {
    return this.#do(async () => {
      const who = course.currentOf(this.training);
      if (who === null) return;
      await this.#endTurn();
      await this.#goOn(course.skip(this.training, who.id));
    });
  }

  /** Nothing is recorded until it goes on. */
  pause(): Promise<void> {
    return this.#do(async () => {
      await this.#endTurn();
      this.isPaused = true;
      await this.#enter();
    });
  }

  /** All that is known of somebody goes, here and wherever else it is kept. */
  withdraw(id: string): Promise<void> {
    return this.#do(async () => {
      if (this.training.currentId === id) await this.#endTurn();
      const gone = await this.#ports.world.store.deletePerson(id);
      this.#note(gone);
      if (gone.ok) await this.#goOn(course.withdraw(this.training, id));
    });
  }

  /** The screen is left: everything is kept, and the training can be gone on with. */
  leave(): Promise<void> {
    this.#stopWatching?.();
    this.#ports.client.onLift(null);
    return this.#endTurn();
  }

  /** Nobody has anything left to do, or the trainer says so. */
  async finish(): Promise<void> {
    await this.leave();
    await this.#save(course.finish(this.training, this.#ports.world.now()));
  }

  /** Who withdrew in another tab is gone here too, and is not written back. */
  async #follow(): Promise<void> {
    const found = await this.#ports.world.store.training(this.training.id);
    if (!found.ok || found.value === null) return;
    const there = found.value.roster.map(({ id }) => id);
    const gone = this.training.roster.filter(({ id }) => !there.includes(id));
    for (const { id } of gone) {
      const isTheirs = this.training.currentId === id;
      this.training = course.withdraw(this.training, id);
      if (!isTheirs) continue;
      await this.#endTurn();
      // The end of their turn wrote what was still in memory.
      this.#note(await this.#ports.world.store.deletePerson(id));
      await this.#enter();
    }
  }

  /** One thing at a time: what is asked meanwhile, by a second click or gesture, is passed over. */
  async #do(what: () => Promise<void>): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      await what();
    } finally {
      this.#isBusy = false;
    }
  }

  async #goOn(training: TrainingRecord): Promise<void> {
    await this.#save(training);
    await this.#enter();
  }

  async #save(training: TrainingRecord): Promise<void> {
    this.training = training;
    this.#note(await this.#ports.world.store.saveTraining(training));
  }

  #note(answer: Result<unknown>): void {
    this.trouble = answer.ok ? null : answer.error;
  }

  /** What the step needs: a turn, or what was seen before. */
  async #enter(): Promise<void> {
    this.coaching = this.drift = this.seen = this.change = null;
    this.lifts = [];
    this.isReady = false;
    const { step } = this;
    if (step.name === 'lift') return this.#beginTurn(step.who, step.station);
    this.#watch('who' in step ? step.who : null);
    // Shown as soon as it is read; nobody has to wait for it to go on.
    if (step.name === 'see') void this.#see(step.who);
    if (step.name === 'result') void this.#compare(step.who);
  }

  /** The camera goes on, for gestures; nothing of it is kept. */
  #watch(who: Participant | null): void {
    this.#ports.client.onLift(null);
    this.#start(who);
  }

  #start(who: Participant | null): void {
    this.#isStale = true;
    this.#doneAtS = this.#stoodSinceS = null;
    const heightM = who?.heightM ?? null;
    const person = heightM === null ? this.#ports.person : { heightM, heightEntered: true };
    this.#ports.client.startLive({ person, sourceName: this.#ports.source.name });
  }

  async #beginTurn(who: Participant, station: LiftStation): Promise<void> {
    const { keeper, client, source, world } = this.#ports;
    const earlier = course.turnsAt(who, 'baseline').concat(course.turnsAt(who, 'try'));
    const kept = await liftsOf(world, station === 'try' ? earlier : []);
    this.#before = kept.ok ? kept.value.map(({ verdict }) => verdict) : [];
    this.#note(kept);
    keeper.seat({ personId: who.id, task: this.training.task.what });
    const keeping = keeper.begin(source.kind, source.name, true);
    this.#keeping = keeping;
    this.#strain = noBentTime();
    this.#cueMoment = new CueMoment();
    this.#toldLift = -1;
    const { id: sessionId } = keeping.session;
    await this.#save(course.beginTurn(this.training, who.id, sessionId, world.now()));
    client.onLift((lift) => keeping.take(lift));
    this.#start(who);
  }

  /** Ends the turn that runs, if one does. Without a lift it leaves nothing. */
  async #endTurn(): Promise<void> {
    const keeping = this.#keeping;
    if (keeping === null) return;
    this.#keeping = null;
    this.#ports.client.onLift(null);
    await this.#ports.keeper.end();
    const { id } = keeping.session;
    const strain = totalsOf(this.#strain);
    await this.#save(
      keeping.size === 0
        ? course.withoutSessions(this.training, [id])
        : course.endTurn(this.training, id, strain, this.#ports.world.now()),
    );
  }

  #countLifts(station: LiftStation, planned: number, { lifts, timeS }: LiveState): void {
    const before = this.lifts.length;
    this.lifts = lifts;
    if (lifts.length === before) return;
    const left = Math.max(0, planned - lifts.length);
    if (left === 0) this.#doneAtS ??= timeS;
    if (station !== 'try') this.#listener?.({ kind: 'lifted', left });
  }

  /** One thing after each lift, when the person is upright again (CUE-7). */
  #coach(who: Participant, { timeS, phase, motion, lifts, spoken }: LiveState): void {
    const trunkDeg = motion?.measures.trunkInclinationDeg.value ?? null;
    const index = this.#cueMoment.push({ timeS, phase, trunkDeg, lifts, spoken });
    if (index === null || index <= this.#toldLift || this.#keeping === null) return;
    this.#toldLift = index;
    const told = course.turnsAt(who, 'try').flatMap(({ cues }) => cues.map(({ cue }) => cue));
    const before = [...this.#before, ...lifts.slice(0, index)];
    const coaching = chooseCoaching(lifts[index]!, told, before);
    this.coaching = coaching;
    this.#listener?.({ kind: 'coaching', coaching });
    if (coaching.kind !== 'cue') return;
    const { id } = this.#keeping.session;
    void this.#save(course.noteCue(this.training, id, index, coaching.cue));
  }

  #watchStrain({ timeS, motion, lifts }: LiveState): void {
    if (motion === null) return;
    const { trunkInclinationDeg } = motion.measures;
    this.#strain = addSample(this.#strain, { timeS, trunkInclinationDeg });
    for (const { graspS } of lifts.slice(this.#strain.lifts))
      this.#strain = addLift(this.#strain, graspS);
  }

  /** The last lift of a turn is over when its load is put down, or is not. */
  #waitForEnd({ timeS, phase }: LiveState, who: Participant, station: LiftStation): void {
    const waitedS = timeS - (this.#doneAtS ?? timeS);
    this.#stoodSinceS = phase === 'standing' ? (this.#stoodSinceS ?? timeS) : null;
    const stood = this.#stoodSinceS !== null && timeS - this.#stoodSinceS >= STOOD_S;
    // What was told is to be read and heard first.
    const isRead = this.coaching === null || waitedS >= READ_S;
    if (!(stood && isRead) && waitedS < PUT_DOWN_S) return;
    void this.#do(async () => {
      await this.#endTurn();
      this.#listener?.({ kind: 'turn-over' });
      await this.#goOn(course.goTo(this.training, who.id, course.after(station)));
    });
  }

  #checkSetup(state: LiveState, who: Participant): void {
    const ready = isReady(state.readiness) && state.person === 'tracked';
    if (ready && !this.isReady) this.#listener?.({ kind: 'ready' });
    this.isReady = ready;
    const { motion, pose } = state;
    if (!ready || state.phase !== 'standing' || motion === null || pose === null) return;
    const heightM = who.heightM ?? this.#ports.person.heightM;
    const now = setupOf({ azimuth: motion.measures.viewAzimuthDeg, pose, heightM });
    if (now === null || this.#keeping === null) return;
    const { setup, roster } = this.training;
    const lifted = roster.filter(({ id, turns }) => id === who.id || turns.length > 0);
    const heightsEntered = lifted.every((one) => one.heightM !== null);
    if (setup !== null) this.drift = setupDrift(setup, now, heightsEntered);
    const { id } = this.#keeping.session;
    if (who.turns.find(({ sessionId }) => sessionId === id)?.setup === null)
      void this.#save(course.noteSetup(this.training, id, now));
  }

  async #see(who: Participant): Promise<void> {
    const lifts = await liftsOf(this.#ports.world, course.turnsAt(who, 'baseline'));
    const lifters = await this.#ports.world.lifters();
    this.#note(lifts.ok ? lifters : lifts);
    if (!lifts.ok || !lifters.ok) return;
    const focus = focusOf(lifts.value.map(({ verdict }) => verdict));
    const figures = hardestAndEasiestOf(lifts.value, lifters.value);
    if (figures === null || !this.#isAt(who, 'see')) return;
    this.seen = { ...figures, focus };
    await this.#save(course.noteFocus(this.training, who.id, focus));
  }

  async #compare(who: Participant): Promise<void> {
    const before = await liftsOf(this.#ports.world, course.turnsAt(who, 'baseline'));
    const after = await liftsOf(this.#ports.world, course.turnsAt(who, 'retest'));
    const lifters = await this.#ports.world.lifters();
    if (!before.ok || !after.ok || !lifters.ok) {
      this.#note(before.ok ? (after.ok ? lifters : after) : before);
      return;
    }
    if (!this.#isAt(who, 'result')) return;
    const verdicts = (lifts: typeof before.value): LiftVerdict[] =>
      lifts.map(({ verdict }) => verdict);
    this.change = {
      before: hardestAndEasiestOf(before.value, lifters.value)?.hardest ?? null,
      after: hardestAndEasiestOf(after.value, lifters.value)?.hardest ?? null,
      changes: pairedChange(verdicts(before.value), verdicts(after.value)),
    };
  }

  #isAt(who: Participant, name: Step['name']): boolean {
    const { step } = this;
    return step.name === name && 'who' in step && step.who?.id === who.id;
  }

  #watchGestures(state: LiveState): void {
    const { held, showing } = this.#gestures.push(state);
    this.gesture = showing;
    if (held === null || this.#isBusy) return;
    this.#listener?.({ kind: 'gesture', gesture: held });
    void (held === 'next' ? this.next() : held === 'redo' ? this.redo() : this.pause());
  }
}
