import { viewName } from '../core/kinematics/camera-view';
import type { LifterSet } from '../core/kinematics/lifter';
import { hangingHandHeight, type Moment, type Person } from '../core/kinematics/moment';
import { smoothedInTurn, smoothSeries } from '../core/kinematics/series';
import { StandingWatch, type Baseline } from '../core/kinematics/standing';
import type { LiftTimes } from '../core/lifts/lift';
import { LiftSegmenter, type SegmentEvent } from '../core/lifts/segmenter';
import { GONE_S } from '../core/pose/continuity';
import { bodyCut, clearness } from '../core/pose/framing';
import { settledPose, type DetectorId, type PoseFrame } from '../core/pose/pose';
import type { LiftVerdict } from '../core/scoring/check';
import { wantedLooks } from '../core/scoring/look-plan';
import { wantedCloser } from '../core/scoring/closer-checks';
import { isWorse, verdictOf } from '../core/scoring/verdict';
import type { Analysis } from '../core/session/analysis';
import type { Pixels, Seconds } from '../core/units';
import type { JudgedLift } from '../core/records/judged-lift';
import { judgedLift } from './judged-lift';
import type { LiveState, Readiness } from './live-state';
import { LookLog } from './look-log';
import { MomentLog } from './moment-log';
import { composeAnalysis } from './recording';
import { bendsOf, refined, withLooks, type Looks } from './second-look';

export interface LiveCheckOptions {
  lifters: LifterSet;
  person: Person;
  detector: DetectorId;
  sourceName: string;
  /** Old frames take more room and no time: for a stream that is there as a whole anyway. */
  keepsAll?: boolean;
}

/** Moments (as `LiveState.timeS`) that deserve a second look: at the outline of the back, and for angles. */
export interface WantedLooks {
  backs: Seconds[];
  closer: Seconds[];
}

/** Smoothing needs this much before the lift itself, and its track as much on either side. */
const LEAD_S: Seconds = 0.5;
/** Mean keypoint confidence from which a body is seen clearly. */
const CLEAR = 0.35;

/**
 * The live check: one pose in, everything the screen shows out. Lifts are found as they happen; when one
 * has ended, its frames are smoothed again in both directions and judged by the same functions that
 * judge recordings.
 */
export class LiveCheck {
  readonly #options: LiveCheckOptions;
  readonly #moments: MomentLog;
  /** Replaced, never changed: who holds a list sees when there is a new one. */
  #lifts: readonly LiftVerdict[] = [];
  /** Lifts of earlier segmenters: one segmenter serves one baseline. */
  #liftsBefore = 0;
  #standing = new StandingWatch();
  #progress = 0;
  #baseline: Baseline | null = null;
  /** The last one there was, for the file: people leave the picture before they press stop. */
  #lastBaseline: Baseline | null = null;
  readonly #restandS: Seconds[] = [];
  /** What each lift was measured against. */
  readonly #baselines: Baseline[] = [];
  /** Lifts whose verdict is new or has changed, until they are given out. */
  readonly #fresh = new Set<number>();
  #picture = { width: 0, height: 0 };
  #segmenter: LiftSegmenter | null = null;
  readonly #looks = new LookLog();
  /** Moments that deserve a second look, until they are asked for. */
  #wanted: WantedLooks = { backs: [], closer: [] };
  /** Up to here moments were asked for: each phase of a lift is looked at once. */
  #askedUntilS: Seconds = 0;
  #startedS: Seconds | null = null;
  #lastSeenS: Seconds | null = null;
  #lastDetector: DetectorId | null = null;

  constructor(options: LiveCheckOptions) {
    this.#options = options;
    this.#moments = new MomentLog(options.lifters, options.person, options.keepsAll);
  }

  /**
   * @param frame in order of time, any clock in seconds
   * @param picture its size, px; needed only while nobody is in it
   */
  push(frame: PoseFrame, picture?: { width: Pixels; height: Pixels }): LiveState {
    const { own, spoken } = this.follow(frame, picture);
    const { timeS, pose } = own;
    const now = this.#moments.newest();
    return {
      timeS,
      person: pose !== null ? 'tracked' : own.other === true ? 'other' : 'none',
      pose,
      motion: { timeS, measures: now.measures },
      readiness: this.#readiness(own, now),
      phase: this.#segmenter?.phase ?? 'standing',
      lifts: this.#lifts,
      spoken,
    };
  }

  /**
   * As {@link push}, but makes nothing for a screen: for poses that nobody looks at.
   * @returns the frame on the check's own clock, and the lift to speak of now, or null
   */
  follow(
    frame: PoseFrame,
    picture: { width: Pixels; height: Pixels } | null = frame.pose,
  ): { own: PoseFrame; spoken: number | null } {
    if (picture !== null) this.#picture = { width: picture.width, height: picture.height };
    this.#startedS ??= frame.timeS;
    const timeS = frame.timeS - this.#startedS;
    const pose = frame.pose === null ? null : settledPose({ ...frame.pose, timeS });
    const own: PoseFrame = { ...frame, timeS, pose };
    // Whoever comes after a gap may be somebody else.
    if (this.#lastSeenS !== null && timeS - this.#lastSeenS > GONE_S) this.#forgetPerson();
    if (pose !== null) {
      // Rule STAND-7.
      if (this.#lastDetector !== null && pose.detector !== this.#lastDetector) this.#forgetPerson();
      this.#lastDetector = pose.detector;
      this.#lastSeenS = timeS;
      if (this.#baseline === null) this.#seekBaseline(pose);
    }
    const { signal } = this.#moments.push(own, this.#baseline);
    return { own, spoken: this.#take(this.#segmenter?.push(timeS, signal) ?? []) };
  }

  /** Forgets the standing pose; the next two seconds of standing give a new one. */
  redoBaseline(): void {
    const { untilS } = this.#moments.frames;
    if (untilS !== null) this.#restandS.push(untilS);
    this.#forgetPerson();
  }

  /** When the person stood for the standing pose that is measured against now; null without one. */
  get standing(): { fromS: Seconds; toS: Seconds } | null {
    const times = this.#baseline?.timesS;
    return times === undefined ? null : { fromS: times[0]!, toS: times.at(-1)! };
  }

  /** Moments of the lifts judged last that deserve a second look; each is given out once. */
  wantedLooks(): WantedLooks {
    const wanted = this.#wanted;
    this.#wanted = { backs: [], closer: [] };
    return wanted;
  }

  /**
   * Refines verdicts by what second looks found. What was spoken is not spoken again.
   * @returns all lifts as they stand now; the same list as before when nothing in it changed
   */
  takeLooks(looks: Looks): readonly LiftVerdict[] {
    this.#looks.push(looks, this.#picture);
    const before = this.#lifts;
    const times = [...looks.backs, ...looks.closer].map(({ timeS }) => timeS);
    const lifts = before.map((lift) =>
      times.some((timeS) => isWithin(lift, timeS)) ? this.#refined(lift) : lift,
    );
    lifts.forEach((lift, i) => {
      if (lift !== before[i]) this.#fresh.add(i);
    });
    if (lifts.some((lift, i) => lift !== before[i])) this.#lifts = lifts;
    return this.#lifts;
  }

  #refined(lift: LiftVerdict): LiftVerdict {
    const { lifters, person } = this.#options;
    const looks = this.#looks.between(lift.startS, lift.lowerEndS ?? lift.endS);
    return refined(lift, looks, this.#picture, lifters, person);
  }

  /** Lifts that have ended, or whose verdict went on, since this was asked last; with all that is needed to keep them. */
  freshLifts(): JudgedLift[] {
    const { lifters, person, detector } = this.#options;
    const fresh = [...this.#fresh].map((index) => {
      const verdict = this.#lifts[index]!;
      const { startS, endS, lowerEndS } = verdict;
      const [fromS, untilS] = [startS - LEAD_S, (lowerEndS ?? endS) + LEAD_S];
      const { backs, closer } = this.#looks.between(fromS, untilS);
      return judgedLift({
        index,
        verdict,
        frames: this.#moments.frames.between(fromS, untilS),
        baseline: this.#baselines[index]!,
        looks: backs,
        closer,
        lifters,
        person,
        detector,
      });
    });
    this.#fresh.clear();
    return fresh;
  }

  #forgetPerson(): void {
    this.#lastSeenS = null;
    this.#standing.reset();
    this.#progress = 0;
    this.#baseline = null;
    this.#liftsBefore = this.#lifts.length;
    this.#segmenter = null;
  }

  /** The whole check as a session file. @param includePoses with what it takes to judge it again */
  finish(includePoses = true): Analysis {
    this.#take(this.#segmenter?.finish() ?? []);
    const frames = this.#moments.frames.slice();
    const pose = frames.findLast((f) => f.pose !== null)?.pose;
    const durationS = frames.at(-1)?.timeS ?? 0;
    const analysis = composeAnalysis({
      frames,
      moments: smoothedInTurn(this.#moments.slice()),
      lifts: [...this.#lifts],
      baseline: this.#lastBaseline,
      source: {
        name: this.#options.sourceName,
        ...this.#picture,
        fps: durationS > 0 ? Math.round(((frames.length - 1) / durationS) * 10) / 10 : 0,
        durationS: Math.round(durationS * 1000) / 1000,
      },
      // The detector may have been changed on the way: a GPU was lost, or the machine became slower.
      detector: pose?.detector ?? this.#options.detector,
      lifters: this.#options.lifters,
      person: this.#options.person,
      mode: 'live',
      restandS: this.#restandS,
      includePoses,
    });
    const { backs, closer } = this.#looks.all();
    return withLooks(analysis, backs, closer);
  }

  #seekBaseline(pose: NonNullable<PoseFrame['pose']>): void {
    const { progress, found } = this.#standing.push(pose);
    this.#progress = progress;
    if (found === null || !found.baseline.trusted) return;
    const { baseline, sinceS } = found;
    this.#baseline = this.#lastBaseline = baseline;
    this.#segmenter = new LiftSegmenter(hangingHandHeight(baseline));
    // What was seen while it stood, and of the bend that has begun. No lift can have ended in it.
    for (const { timeS, signal } of this.#moments.remeasure(
      this.#moments.frames.positionAt(sinceS),
      baseline,
    ))
      this.#segmenter.push(timeS, signal);
  }

  /** Judges what the segmenter found. @returns the lift to speak of now, or null */
  #take(events: readonly SegmentEvent[]): number | null {
    let spoken: number | null = null;
    for (const event of events) {
      const times = this.#segmenter!.lifts[event.index]!;
      const index = this.#liftsBefore + event.index;
      const from = this.#moments.frames.positionAt(times.startS - LEAD_S);
      const moments = smoothSeries(this.#moments.slice(from));
      const verdict = this.#refined(verdictOf(times, moments));
      const isNew = (timeS: Seconds): boolean => timeS > this.#askedUntilS;
      this.#wanted.backs.push(...wantedLooks(verdict, bendsOf(moments)).filter(isNew));
      const framesS = moments.map(({ timeS }) => timeS);
      this.#wanted.closer.push(...wantedCloser(verdict, framesS).filter(isNew));
      this.#askedUntilS = verdict.lowerEndS ?? verdict.endS;
      const before = this.#lifts[index];
      this.#lifts = [...this.#lifts.slice(0, index), verdict, ...this.#lifts.slice(index + 1)];
      this.#baselines[index] ??= this.#baseline!;
      this.#fresh.add(index);
      if (before === undefined || isWorse(verdict, before)) spoken = index;
    }
    return spoken;
  }

  #readiness({ pose }: PoseFrame, now: Moment): Readiness {
    const cutAt = pose === null ? null : bodyCut(pose);
    const azimuth = now.measures.viewAzimuthDeg.value;
    const judged = (name: keyof Moment['measures']): boolean => now.measures[name].judged === true;
    return {
      wholeBody: pose !== null && cutAt === null,
      cutAt,
      clear: pose !== null && clearness(pose) >= CLEAR,
      baseline: this.#baseline === null ? Math.min(0.99, this.#progress) : 1,
      view: azimuth === null ? null : viewName(azimuth),
      judgeable: {
        trunk: judged('trunkInclinationDeg'),
        twist: judged('axialTwistDeg'),
        knees: judged('kneeFlexionLeftDeg') && judged('kneeFlexionRightDeg'),
        reach: judged('handReachM'),
      },
    };
  }
}

const isWithin = ({ startS, endS, lowerEndS }: LiftTimes, timeS: Seconds): boolean =>
  timeS >= startS && timeS <= (lowerEndS ?? endS);
