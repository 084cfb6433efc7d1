import type { Result, AppErrorKind } from '../core/errors';
import type { LifterSet } from '../core/kinematics/lifter';
import type { SessionStore } from '../core/records/session-store';
import type { VideoShelf } from '../core/records/video-shelf';
import type { EpochMs, Seconds } from '../core/units';
import type { CheckClient } from '../pipeline/check-client';
import type { RescoreClient } from '../pipeline/rescore-client';
import type { OfflineState } from '../offline/offline-messages';
import type { Chosen } from './preferences';

export const DEMO_IDS = ['good', 'bent', 'twist'] as const;
export type DemoId = (typeof DEMO_IDS)[number];

/** A stream of pictures to check: a camera, or a demo clip that plays once. Open until `close()`. */
export interface LiveSource {
  readonly kind: 'camera' | 'demo';
  readonly name: string;
  /** Of the camera, for the choice of another one; empty for a demo. */
  readonly deviceId: string;
  /** Shows the pictures; whoever shows the check puts it on the page. */
  readonly video: HTMLVideoElement;
  /**
   * Begins to play from the start.
   * @param onFrame each new picture, with seconds on a clock that never goes back; answers whether it is looked at
   * @param onEnd when no more pictures come: the kind of failure, or null when the clip is over; after 'camera-frozen' they may
   *   come again by themselves
   */
  play(
    onFrame: (video: HTMLVideoElement, timeS: Seconds) => boolean,
    onEnd: (why: AppErrorKind | null) => void,
  ): void;
  close(): void;
}

/** The outside world, as the screens need it; `app.ts` fills it in. */
export interface World {
  /** Locales of the browser, best first. */
  readonly locales: readonly string[];
  /** What is kept on this device. */
  readonly store: SessionStore;
  /** Videos that a person asked to keep, on this device. */
  readonly videos: VideoShelf<Blob>;
  now(): EpochMs;
  /** A new id that no other record anywhere has. */
  newId(): string;
  /** Says to all tabs that a session runs here, until this tab ends or the answer is called. */
  holdSession(sessionId: string): () => void;
  /** Whether a session runs in any tab; one that has no end and does not run was cut off. */
  isSessionHeld(sessionId: string): Promise<boolean>;
  /** What is known to be in the way of a camera before it is opened. */
  cameraTrouble(): Promise<Result<null>>;
  openCamera(deviceId?: string): Promise<Result<LiveSource>>;
  listCameras(): Promise<Result<{ deviceId: string; label: string }[]>>;
  openDemo(id: DemoId): Promise<Result<LiveSource>>;
  /** Address of a demo's still picture. */
  demoPoster(id: DemoId): string;
  /** The program on this device, for when there is no network. */
  readonly offline: {
    /** Told at once and at each change. One listener; null takes it off. */
    onState(listener: ((state: OfflineState) => void) | null): void;
    /** The newer version, now: the page is loaded anew. */
    takeOver(): void;
  };
  newClient(): CheckClient;
  /** The lifters, for what is kept to be measured again; fetched with the first question. */
  lifters(): Promise<Result<LifterSet>>;
  /** Judges kept lifts again, beside the page. */
  newRescorer(lifters: LifterSet): RescoreClient;
  /** What the person chose earlier, as far as it can be understood. */
  readPreferences(): Chosen;
  writePreferences(chosen: Chosen): void;
  /** Offers a file as a download. */
  saveFile(name: string, content: string | Blob, type?: string): void;
}
