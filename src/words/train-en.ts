import type { LiftStation, Station, TaskKind } from '../core/records/training-record';

/** English words of a training that runs, and the shape of every language's. Read and heard from three metres away. */
export const trainEn = {
  region: 'Training',
  stations: {
    baseline: 'Baseline',
    see: 'See',
    try: 'Try',
    retest: 'Retest',
    result: 'Result',
  } satisfies Record<Station, string>,
  stationsRegion: 'Stations',
  stationNow: (station: string): string => `${station} (now)`,
  stationDone: (station: string): string => `${station} (done)`,
  tasks: {
    'floor-to-waist': 'From the floor to the waist',
    'turn-and-place': 'Turn and place on a table',
    'carry-and-set-down': 'Carry and set down',
    'awkward-load': 'An awkward load',
    'two-people': 'Two people, one load',
    own: 'Own task',
  } satisfies Record<TaskKind, string>,
  next: (name: string): string => `Next: ${name}`,
  nextHow: 'Come to the mark. Hold one arm straight up to begin, or press the right arrow key.',
  signs:
    'Facing the camera: one arm up = go on, both arms out = once more, one up and one out = pause.',
  nobodyNext: 'Everybody is through',
  nobodyNextHow: 'See what changed, or bring somebody back from the list.',
  begin: 'Begin',
  seeResult: 'See the result',
  consentAsk: (name: string): string => `${name}: may your lifts be kept?`,
  consentWhat:
    'Verdicts and the skeleton of each lift, on this computer only, no video. You can have all of it deleted at any time. Without it you can watch, and nothing is recorded.',
  agree: 'Yes, I agree',
  refuse: 'No, pass me over',
  lifts: (done: number, planned: number): string => `${done} of ${planned}`,
  liftsLong: (done: number, planned: number): string => `Lift ${done} of ${planned}`,
  what: {
    baseline: (n: number): string =>
      n === 1 ? 'Lift once, as you always do.' : `Lift ${n} times, as you always do.`,
    try: (n: number): string =>
      n === 1 ? 'One lift. Then I tell you one thing.' : `${n} lifts. After each, one thing.`,
    retest: (n: number): string =>
      n === 1 ? 'Once more. I say nothing.' : `${n} more lifts. I say nothing.`,
  } satisfies Record<LiftStation, (n: number) => string>,
  more: (n: number): string =>
    n === 0 ? 'Done. Thank you.' : n === 1 ? 'One more.' : `${n} more.`,
  seeTitle: (name: string): string => `${name}: what we saw`,
  seeNothing: 'Nothing to change was seen. Keep lifting like this.',
  seeUnjudged:
    'Too little of these lifts could be judged from this view to tell you something true.',
  hardest: 'Your hardest moment',
  easiest: 'A good one of yours',
  coachLabel: (task: string): string => `The same lift, done well: ${task}`,
  coachTitle: 'Like this',
  resultTitle: (name: string): string => `${name}: what changed`,
  before: 'Before',
  after: 'After',
  /** What each measure changed less than, by its short name. */
  within: (which: string): string => `Nothing that can be measured changed in: ${which}.`,
  noRetest: 'There are too few judged lifts to compare.',
  toTry: 'Try it',
  nextPerson: 'Next person',
  redo: 'Once more',
  skip: 'Later',
  pause: 'Pause',
  paused: 'Paused',
  pausedHow:
    'Nothing is recorded. Hold one arm straight up, or press the right arrow key, to go on.',
  resume: 'Go on',
  everyone: 'Everyone',
  hideNames: 'Hide names',
  hiddenName: (n: number): string => `Person ${n}`,
  speech: 'Speak',
  call: 'Call up',
  isNow: 'now',
  isSkipped: 'later',
  isRefused: 'does not take part',
  isAsked: 'not asked yet',
  isDone: 'through',
  leave: 'End here',
  leaveHow: 'Everything is kept. You can go on later where you are.',
  drift: {
    view: 'You stand turned another way than at the start: lifts would not compare. Turn as shown.',
    nearer: 'You stand nearer than at the start: step back.',
    farther: 'You stand farther away than at the start: step closer.',
  },
  gesture: {
    next: 'Go on',
    redo: 'Once more',
    stop: 'Pause',
  },
  gestureHint: 'Hold it …',
  tools: 'Tools of the trainer',
};
export type TrainWords = typeof trainEn;
