import type { GestureId } from '../../core/gesture/gesture';
import { HeldGestures } from '../../core/gesture/held-gesture';
import type { Coaching } from '../../core/coaching/coaching';
import * as course from '../../core/course/course';
import { setupDrift, setupOf, type SetupDrift } from '../../core/course/setup-check';
import type { AppError, Result } from '../../core/errors';
import type { LiftStation, Participant, TrainingRecord } from '../../core/records/training-record';
import type { LiftVerdict } from '../../core/scoring/check';
import type { Fraction } from '../../core/units';
import type { CheckClient } from '../../pipeline/check-client';
import type { LiveState } from '../../pipeline/live-state';
import type { Person } from '../../pipeline/protocol';
import { isLifting, isReady } from '../check/live-view.svelte';
import type { Keeper } from '../keep/keeper.svelte';
import type { LiveSource, World } from '../ports';
import { changeOf, seenOf, type Change, type Seen } from './findings';
import { RunningTurn } from './running-turn';
import { liftsOf } from './turn-lifts';

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

export interface TrainingPorts {
  world: Pick<World, 'store' | 'now' | 'lifters'>;
  keeper: Keeper;
  client: Pick<CheckClient, 'startLive' | 'onLift'>;
  source: Pick<LiveSource, 'kind' | 'name'>;
  /** Somebody without a height of their own. */
  person: Person;
}

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
  #turn: RunningTurn | null = null;
  /** The worker still answers for whoever was there before. */
  #isStale = true;
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
    const turn = this.#turn;
    if (this.step.name !== 'lift' || turn === null || this.#isBusy) return;
    const { station, who } = this.step;
    if (state.phase === 'reaching') this.coaching = null;
    if (!isLifting(state.phase)) this.#checkSetup(state, who, turn);
    const hasLifted = state.lifts.length !== this.lifts.length;
    this.lifts = state.lifts;
    const left = turn.take(state);
    if (station === 'try') this.#coach(state, who, turn);
    else if (hasLifted) this.#listener?.({ kind: 'lifted', left });
    if (turn.isOver(state.timeS, this.coaching !== null)) this.#goOnAfter(station, who);
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
    const heightM = who?.heightM ?? null;
    const person = heightM === null ? this.#ports.person : { heightM, heightEntered: true };
    this.#ports.client.startLive({ person, sourceName: this.#ports.source.name });
  }

  async #beginTurn(who: Participant, station: LiftStation): Promise<void> {
    const { keeper, client, source, world } = this.#ports;
    const earlier = course.turnsAt(who, 'baseline').concat(course.turnsAt(who, 'try'));
    const before = await liftsOf(world, station === 'try' ? earlier : []);
    this.#note(before);
    keeper.seat({ personId: who.id, task: this.training.task.what });
    const keeping = keeper.begin(source.kind, source.name, true);
    const verdicts = before.ok ? before.value.map(({ verdict }) => verdict) : [];
    const turn = new RunningTurn(keeping, this.training.plan[station], verdicts);
    this.#turn = turn;
    await this.#save(course.beginTurn(this.training, who.id, turn.sessionId, world.now()));
    client.onLift((lift) => keeping.take(lift));
    this.#start(who);
  }

  /** Ends the turn that runs, if one does. Without a lift it leaves nothing. */
  async #endTurn(): Promise<void> {
    const turn = this.#turn;
    if (turn === null) return;
    this.#turn = null;
    this.#ports.client.onLift(null);
    await this.#ports.keeper.end();
    const { sessionId, strain } = turn;
    await this.#save(
      turn.keeping.size === 0
        ? course.withoutSessions(this.training, [sessionId])
        : course.endTurn(this.training, sessionId, strain, this.#ports.world.now()),
    );
  }

  #coach(state: LiveState, who: Participant, turn: RunningTurn): void {
    const told = course.turnsAt(who, 'try').flatMap(({ cues }) => cues.map(({ cue }) => cue));
    const found = turn.coach(state, told);
    if (found === null) return;
    const { index, coaching } = found;
    this.coaching = coaching;
    this.#listener?.({ kind: 'coaching', coaching });
    if (coaching.kind === 'cue')
      void this.#save(course.noteCue(this.training, turn.sessionId, index, coaching.cue));
  }

  #goOnAfter(station: LiftStation, who: Participant): void {
    void this.#do(async () => {
      await this.#endTurn();
      this.#listener?.({ kind: 'turn-over' });
      await this.#goOn(course.goTo(this.training, who.id, course.after(station)));
    });
  }

  #checkSetup(state: LiveState, who: Participant, turn: RunningTurn): void {
    const ready = isReady(state.readiness) && state.person === 'tracked';
    if (ready && !this.isReady) this.#listener?.({ kind: 'ready' });
    this.isReady = ready;
    const { motion, pose } = state;
    if (!ready || state.phase !== 'standing' || motion === null || pose === null) return;
    const heightM = who.heightM ?? this.#ports.person.heightM;
    const now = setupOf({ azimuth: motion.measures.viewAzimuthDeg, pose, heightM });
    if (now === null) return;
    const { setup, roster } = this.training;
    const lifted = roster.filter(({ id, turns }) => id === who.id || turns.length > 0);
    const heightsEntered = lifted.every((one) => one.heightM !== null);
    if (setup !== null) this.drift = setupDrift(setup, now, heightsEntered);
    if (who.turns.find(({ sessionId }) => sessionId === turn.sessionId)?.setup === null)
      void this.#save(course.noteSetup(this.training, turn.sessionId, now));
  }

  async #see(who: Participant): Promise<void> {
    const found = await seenOf(this.#ports.world, course.turnsAt(who, 'baseline'));
    this.#note(found);
    if (!found.ok || found.value === null || !this.#isAt(who, 'see')) return;
    this.seen = found.value;
    await this.#save(course.noteFocus(this.training, who.id, found.value.focus));
  }

  async #compare(who: Participant): Promise<void> {
    const [before, after] = [course.turnsAt(who, 'baseline'), course.turnsAt(who, 'retest')];
    const found = await changeOf(this.#ports.world, before, after);
    this.#note(found);
    if (found.ok && this.#isAt(who, 'result')) this.change = found.value;
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
