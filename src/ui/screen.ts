import type { Analysis } from '../core/session/analysis';
import type { CheckClient, Progress } from '../pipeline/check-client';
import type { SessionKeeping } from './keep/session-keeping.svelte';
import type { LiveSource } from './ports';
import type { TrainingRun } from './train/training-run.svelte';

/** Between two screens. Whoever put it there goes on only while it is still shown. */
export interface WaitingScreen {
  name: 'waiting';
  what: 'camera' | 'file' | 'lifts';
  progress: Progress | null;
  /** Closes what is being opened. */
  cancel: () => void;
}

interface CheckScreen {
  name: 'check';
  source: LiveSource;
  client: CheckClient;
  keeping: SessionKeeping;
}

/** A training that runs before the camera. */
interface TrainScreen {
  name: 'train';
  run: TrainingRun;
  source: LiveSource;
  client: CheckClient;
}

interface SummaryScreen {
  name: 'summary';
  analysis: Analysis;
  fileName: string;
  keeping: SessionKeeping;
  /** The video it was made of, where there is one. */
  video: File | null;
}

/** What is kept, to be looked at again. */
export type ReviewScreen =
  | { name: 'history' }
  | { name: 'session'; sessionId: string }
  | { name: 'lift'; liftId: string }
  | { name: 'compare'; liftIds: readonly [string, string] }
  | { name: 'compare-sessions'; sessionIds: readonly [string, string] }
  | { name: 'report'; sessionId: string }
  | { name: 'trainings' }
  /** null = a new one. */
  | { name: 'training-plan'; trainingId: string | null }
  | { name: 'training-result'; trainingId: string }
  | { name: 'training-report'; trainingId: string }
  | { name: 'certificate'; trainingId: string; personId: string };

/** The one screen that is shown, with all it needs. */
export type Screen =
  { name: 'start' } | ReviewScreen | CheckScreen | TrainScreen | WaitingScreen | SummaryScreen;
