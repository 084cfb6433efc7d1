import type { AppErrorKind } from '../core/errors';
import type { ViewName } from '../core/kinematics/camera-view';
import type { NotJudgedReason } from '../core/kinematics/measure';
import type { CheckId, CheckState } from '../core/scoring/check';
import type { ScoredCheck } from '../core/scoring/rules';
import { coachingEn } from './coaching-en';
import { keepEn } from './keep-en';
import { trainEn } from './train-en';
import { historyEn } from './history-en';
import { reviewEn } from './review-en';
import { trainingEn } from './training-en';

/** What is said about one check, wherever it appears. */
interface CheckWords {
  name: string;
  /** One word for the small marks. */
  short: string;
}

/** A message with a way on. */
interface ErrorWords {
  title: string;
  wayOn: string;
}

/**
 * English, and the shape of every catalogue: a language is complete when it has this type.
 * Short, kind, concrete, second person, about the next lift.
 */
export const en = {
  lang: 'en',

  keep: keepEn,
  train: trainEn,

  start: {
    sentence: 'Lift in front of your camera and see at once how you did it.',
    how: (far: string) =>
      `Stand about ${far} away, lift a load, look up. After each lift you get one verdict and one thing to do next.`,
    useCamera: 'Use the camera',
    demoTitle: 'See a demo',
    demoHint: 'No camera needed',
    demos: { good: 'Bent knees, load close', bent: 'A bent back', twist: 'A twist' },
    fileTitle: 'Your own video',
    fileHint: 'Choose a file or drop it here: mp4, mov, webm, or a saved check (.json)',
    dropHere: 'Drop it to check it',
    privacy: 'Your video stays on this device. Nothing is stored until you save it.',
    height: 'Your height',
    heightWhy: 'turns the picture into centimetres',
    heightDefault: (height: string) => `not entered, ${height} is assumed`,
    heightRange: (from: string, to: string) => `Between ${from} and ${to}, please.`,
    feet: 'feet',
    inches: 'inches',
    settings: 'Settings',
    twistLabel: 'twist',
    figure:
      'A figure bends to a box. A plumb line rises from the hips; the angle to the back is filled and labelled.',
  },

  prepare: {
    loading: 'Getting the pose detector ready',
    measuring: 'Measuring how fast this device is',
    warming: 'Warming up',
    reading: 'Looking at your video',
    camera: 'Opening the camera',
    lifts: 'Putting your lifts together',
    once: 'A few seconds. The second time is quicker.',
    bytes: (got: string, of: string) => `${got} of ${of} MB`,
    cancel: 'Cancel',
    poses: (rate: string) => `${rate} poses/s`,
  },

  check: {
    region: 'Lift check',
    stop: 'Stop',
    redo: 'Stand again',
    redoLong: 'Measure your standing again',
    soundOn: 'Sound on',
    soundOff: 'Sound off',
    mirror: 'Mirror',
    camera: 'Camera',
    cameraNumber: (n: number) => `Camera ${n}`,
    lifts: (n: number): string => (n === 1 ? 'lift' : 'lifts'),
    strip: 'Your lifts',
    liftMark: (n: number, headline: string) => `Lift ${n}: ${headline}`,
    ready: 'Ready. Lift when you like.',
    beReady: 'Before the first lift',
    wholeBody: 'Whole body in view',
    cut: {
      top: 'Your head is cut off: step back a little',
      bottom: 'Your feet are cut off: step back a little',
      left: 'Move towards the middle',
      right: 'Move towards the middle',
    },
    clear: 'Clear enough to see you',
    notClear: 'Hard to see you: more light, or step closer',
    standing: 'Stand upright for a moment',
    standingSeen: 'Standing upright seen',
    nobody: 'Step into the picture',
    dark: 'Too dark to see you: switch a light on, or uncover the camera',
    covered: 'Nothing is to be seen: is something on the camera?',
    frozen: 'The picture stands still: unplug the camera and plug it in again',
    other: 'Somebody else is in view: step in alone to go on',
    noBaseline: 'Stand upright for a moment before you lift',
    view: {
      front: 'Seen from the front',
      oblique: 'Seen at an angle',
      side: 'Seen from the side',
      'back-oblique': 'Seen from behind, at an angle',
      back: 'Seen from behind',
    } satisfies Record<ViewName, string>,
    viewUnknown: 'Where the camera stands',
    judges: (what: string) => `can judge ${what}`,
    judgesNothing: 'nothing can be judged yet',
    turn: 'Turn until the camera sees you at an angle: then bend and twist can both be judged.',
    can: { trunk: 'bend', twist: 'twist', knees: 'knees', reach: 'reach' },
    sketch: (view: string) => `From above: the camera and you. ${view}.`,
    demoNote: 'Demo clip',
    demoSlowed: 'Demo clip, slowed down',
    slow: (rate: string) =>
      `This computer looks only ${rate} times a second: sudden movements cannot be judged.`,
    tooSlow: (rate: string) =>
      `This computer looks only ${rate} times a second: lifts are missed. Close other programs, or film your lifts and check the file.`,
    slowQuick: 'Choose the quick detector in the settings.',
    change: {
      slower: (what: string) =>
        `This computer has become slower. It goes on with ${what}; each angle still tells its error.`,
      quicker: (what: string) =>
        `This computer is quick again. It goes on with ${what}, whose angles are more exact.`,
    },
    twist: 'Twist',
    bend: 'Bend',
    seeSoFar: 'See your lifts',
  },

  verdict: {
    region: 'Verdict on the last lift',
    next: 'Next lift',
    /** Headline of each kind, five words or fewer with the value. */
    headline: {
      good: (): string => 'Good lift',
      'bent-back': (v: string) => `Back bent far: ${v}`,
      'bent-back-watch': (v: string) => `Back bent: ${v}`,
      twistLeft: (v: string) => `Twisted to the left: ${v}`,
      twistRight: (v: string) => `Twisted to the right: ${v}`,
      'far-load': (v: string) => `Load far away: ${v}`,
      sudden: (v: string) => `Sudden movement: ${v}`,
      'sudden-twist': (v: string) => `Sudden twist: ${v}`,
      'rounded-back': (): string => 'Back probably rounded',
      'straight-legs': (v: string) => `Legs nearly straight: ${v}`,
      'not-judged': (check: string) => `${check} not judged`,
      borderline: (what: string, v: string) => `${what} near the limit: ${v}`,
    },
    suddenTwist: 'Sudden twist',
    /** What is flagged besides the headline, in a second line. */
    also: {
      'bent-back': (v: string) => `Back bent far too: ${v}`,
      twist: (v: string) => `Twisted too: ${v}`,
      'far-load': (v: string) => `Load far away too: ${v}`,
      sudden: (v: string) => `Sudden too: ${v}`,
    } satisfies Record<ScoredCheck, (v: string) => string>,
    nextStep: {
      good: 'Do the next one just like it.',
      'bent-back': 'Step closer, bend your knees, or raise the load.',
      twist: 'Turn with your feet, not with your back.',
      'far-load': 'Bring the load close before you rise.',
      sudden: 'Start slowly, then rise.',
      'sudden-twist': 'Start slowly, and turn with your feet.',
      'rounded-back': 'Only described. See whether a flatter back feels easier.',
      'straight-legs': 'Only described. More bend in your knees is another way.',
    },
    /** What was good about a good lift. */
    praise: (bend: string, twist: string) =>
      `Bend ${bend}, twist ${twist}: both within the limits.`,
    whileLowering: 'while putting down',
    lookedAgain: 'looked at again',
    scoreOf: (score: string) => `${score} of 100`,
    coverage: (judged: number, of: number) => `${judged} of ${of} checks`,
    noScore: 'No score: bend and twist must both be judged.',
  },

  states: {
    ok: 'within',
    watch: 'watch',
    borderline: 'close to the limit',
    flagged: 'flagged',
    'not-judged': 'not judged',
  } satisfies Record<CheckState, string>,

  checks: {
    'bent-back': {
      name: 'Bent back',
      short: 'Bend',
    },
    twist: {
      name: 'Twist',
      short: 'Twist',
    },
    'far-load': {
      name: 'Load far away',
      short: 'Reach',
    },
    sudden: {
      name: 'Sudden movement',
      short: 'Speed',
    },
    'rounded-back': {
      name: 'Rounded back',
      short: 'Rounding',
    },
    'straight-legs': {
      name: 'Straight legs',
      short: 'Legs',
    },
  } satisfies Record<CheckId, CheckWords>,

  /** How far the source of each check carries, given its two edges; null: the rule's own English text serves. */
  supports: null as Record<CheckId, (watch: string, flagged: string) => string> | null,

  reasons: {
    ok: (v: string, first: string) => `${v} at most. The first edge is ${first}.`,
    watch: (v: string, from: string, to: string) =>
      `${v} at most, between ${from} and ${to}. Worth watching.`,
    borderline: (v: string, edge: string) =>
      `${v} reaches over the edge of ${edge}: too close to call.`,
    flagged: (v: string, edge: string) =>
      `${v}, above ${edge}. This posture raises the load on your back.`,
    flaggedSpeed: (v: string, edge: string) =>
      `${v}, above ${edge}. A fast movement: that is our own band; no published limit exists.`,
    flaggedReach: (v: string, edge: string) =>
      `${v}, above ${edge}. A load far from you raises the load on your back.`,
    roundedOk: 'Seen from the side, your back was probably straight.',
    roundedWatch:
      'Seen from the side, your back was probably rounded. Whether that matters is contested. Described, not rated.',
    legsOk: 'Your knees were bent, or your back was not bent far.',
    legsWatch: (v: string) =>
      `Your back was bent while your knees were at ${v}. Described, not rated.`,
  },

  notJudged: {
    'no-person': 'nobody was found at that moment',
    'no-baseline': 'you were not seen standing upright first',
    'out-of-frame': 'part of your body was outside the picture',
    'too-uncertain': 'this view does not show it clearly enough',
    'too-short': 'it went by too quickly to measure',
    'rate-too-low': 'too few pictures a second',
    'not-measurable': 'this version cannot measure it yet',
    'not-visible': 'it can be seen only from the side',
    'not-bent': 'your back was not bent far enough for it to show',
    'not-looked-at': 'there was no second look at the pictures',
  } satisfies Record<NotJudgedReason, string>,

  /** What to do so that the next lift can be judged. */
  notJudgedNext: {
    'no-person': 'Stay in the picture for the whole lift.',
    'no-baseline': 'Stand upright for two seconds, then lift.',
    'out-of-frame': 'Step back until head, hands and feet are in view.',
    'too-uncertain': 'Turn a little, so that the camera sees you at an angle.',
    'too-short': 'Lift once more, a little more slowly.',
    'rate-too-low': 'Close other programs, or choose the faster model.',
    'not-measurable': 'Lift on: the other checks are judged.',
    'not-visible': 'Turn your side to the camera.',
    'not-bent': 'Lift on: the other checks are judged.',
    'not-looked-at': 'Lift on: the other checks are judged.',
  } satisfies Record<NotJudgedReason, string>,
  notJudgedBecause: (reason: string) => `Not judged: ${reason}`,

  coaching: coachingEn,

  summary: {
    title: 'Your lifts',
    titleOne: 'Your lift',
    none: 'No lift was seen',
    noneWhy:
      'Stand upright, pick something up from low down and come up with it, with your whole body in view.',
    /** No lift, and fewer looks a second than finding one needs. */
    noneSlow: (rate: string) =>
      `This computer looked only ${rate} times a second, too seldom to find a lift. Film your lifts and open the file: a file is looked at without haste.`,
    noneSlowVideo: (rate: string) =>
      `This video has too few pictures to find a lift: ${rate} a second. Film with at least 15.`,
    allGood: (n: number) => (n === 1 ? 'A good lift.' : `All ${n} lifts were good.`),
    most: (what: string, k: number, n: number) =>
      n === 1 ? `${what}.` : `${what} in ${k} of ${n} lifts.`,
    mostBorderline: (what: string) => `${what}, close to the limit`,
    /** After `most`: another check that was flagged. */
    alsoFlagged: (what: string, k: number, n: number) =>
      n === 1 ? `${what}: flagged.` : `${what}: flagged in ${k} of ${n}.`,
    readUpTo: (t: string) => `This video could be read only up to ${t}.`,
    mostUnjudged: 'Bend and twist could not both be judged.',
    timeline: 'Bend and twist over time',
    timelineText: (lifts: number, duration: string) =>
      `${lifts} lifts in ${duration}. Details of each lift follow below.`,
    worst: 'Hardest moment',
    best: 'Easiest lift',
    standing: 'Standing',
    atTime: (t: string) => `at ${t}`,
    lift: (n: number) => `Lift ${n}`,
    lifting: 'lifting',
    lowering: 'putting down',
    rule: 'Rule',
    source: 'Source',
    supports: 'How far it carries',
    export: 'Save as a file',
    exportWhy: 'Verdicts and skeleton, no video. Open it here again at any time.',
    discard: 'Discard',
    again: 'Check again',
    notStored: 'Nothing is stored yet.',
    saved: 'Saved to your downloads.',
    howMeasured: 'How this was measured',
    measuredWith: (detector: string, rate: string) => `${detector}, ${rate} poses/s`,
    rules: 'Rules',
    heightAssumed: (h: string) => `Height ${h}, assumed: distances are less certain.`,
    heightEntered: (h: string) => `Height ${h}`,
    noBaseline: 'You were not seen standing upright, so most measures are not judged.',
    honest:
      'Angles are measured from one camera and carry an error; ± is the range that holds nine times in ten. This is a screening aid, not a medical judgement.',
    chart: { bend: 'Bend', twist: 'Twist', left: 'left', right: 'right' },
    lifts: (n: number) => (n === 1 ? '1 lift' : `${n} lifts`),
  },

  methods: {
    short: 'Methods',
    open: 'How sure is it?',
    missing: 'This page could not be loaded. Try again when you are online.',
  },

  settings: {
    title: 'Settings',
    close: 'Close',
    language: 'Language',
    automatic: 'Automatic',
    units: 'Units',
    metric: 'Centimetres',
    imperial: 'Feet and inches',
    theme: 'Appearance',
    light: 'Light',
    dark: 'Dark',
    sound: 'Tones after each lift',
    speech: 'Read the verdict aloud',
    speechNone: 'No voice is installed on this device. The verdict is sounded and shown.',
    detector: 'Pose detector',
    detectorWhy:
      'Automatic measures this device and takes the best that is fast enough. A change holds from the next check on.',
    backend: 'Runs on',
    kept: 'Kept on this device only.',
    now: (choice: string) => `Now: ${choice}`,
  },

  errors: {
    'camera-denied': {
      title: 'The camera is blocked for this page',
      wayOn:
        'Allow it with the camera sign in the address bar, then try again. Or choose a video file.',
    },
    'camera-missing': {
      title: 'No camera was found',
      wayOn: 'Plug one in and try again, or choose a video file.',
    },
    'camera-in-use': {
      title: 'Another program is using the camera',
      wayOn: 'Close the other program (a video call, perhaps) and try again.',
    },
    'camera-unplugged': {
      title: 'The camera went away',
      wayOn: 'Plug it in again, or take another camera.',
    },
    'camera-insecure-page': {
      title: 'This page may not use a camera',
      wayOn:
        'Browsers allow cameras only on https:// or localhost. Open it there, or choose a video file.',
    },
    'camera-frozen': {
      title: 'No pictures come from the camera',
      wayOn: 'Try again, or unplug it and plug it in again. Your lifts so far are still there.',
    },
    'camera-failed': {
      title: 'The camera did not start',
      wayOn: 'Try again, or take another camera.',
    },
    'file-unreadable': {
      title: 'This file could not be read',
      wayOn: 'It may be damaged, or no video. Please choose another one.',
    },
    'file-no-video': {
      title: 'There is no picture in this file',
      wayOn: 'It holds sound only. Please choose a video.',
    },
    'file-codec': {
      title: 'This browser cannot decode this video',
      wayOn:
        'iPhone videos are often HEVC. Share it as “Most Compatible”, or convert it to H.264 mp4 (for example with HandBrake), and choose it again.',
    },
    'file-too-short': {
      title: 'This video is too short',
      wayOn: 'A check needs a second of standing and one whole lift.',
    },
    'poses-unreadable': {
      title: 'This is not a saved check',
      wayOn: 'Choose a .liftcheck.json file that was saved here, or a video.',
    },
    'model-missing': {
      title: 'The pose detector is not there',
      wayOn:
        'Its files are missing, or not as they should be. Reload the page; if that does not help, run the set-up and the build again.',
    },
    'backend-failed': {
      title: 'The pose detector did not start',
      wayOn: 'Choose another “Runs on” in the settings, or reload the page.',
    },
    'gpu-lost': {
      title: 'The graphics card was lost',
      wayOn: 'The check goes on without it, a little slower.',
    },
    'memory-full': {
      title: 'The memory is full',
      wayOn: 'Close other tabs or programs, then try again.',
    },
    'storage-missing': {
      title: 'This browser keeps nothing for this page',
      wayOn: 'Leave the private window or allow site data, or download the results as a file.',
    },
    'storage-full': {
      title: 'There is no room left to keep this',
      wayOn: 'Delete old sessions in the history, or download the results as a file.',
    },
    'storage-blocked': {
      title: 'Another tab is in the way',
      wayOn: 'Close the other Liftcheck tabs, then try again.',
    },
    'storage-lost': {
      title: 'The store on this device does not answer',
      wayOn: 'Load the page again. What was kept before is still there.',
    },
    'import-refused': {
      title: 'This file was not taken in',
      wayOn: 'Nothing was changed. Choose a session file or a backup from Liftcheck.',
    },
    cancelled: { title: 'Cancelled', wayOn: 'Nothing was kept.' },
  } satisfies Record<AppErrorKind, ErrorWords>,
  message: {
    retry: 'Try again',
    chooseFile: 'Choose a video file',
    close: 'Close',
    details: 'What the machine said',
  },

  backends: { webgpu: 'WebGPU', webgl: 'WebGL', wasm: 'WASM' },
  detectors: {
    'movenet-thunder': 'thunder',
    'movenet-lightning': 'lightning',
    'blazepose-heavy': 'BlazePose heavy',
    'blazepose-full': 'BlazePose full',
    'blazepose-lite': 'BlazePose lite',
  },

  history: historyEn,
  review: reviewEn,
  offline: {
    storing: (share: string) => `Being stored for use without a network: ${share}`,
    ready: 'Works without a network',
    update: 'A newer version is there. It begins when Liftcheck is opened again.',
    now: 'Use it now',
    'others-open': 'Close the other Liftcheck windows first.',
  },
  training: trainingEn,

  /** Ways to the job sheets; their own words come when one is opened (job.ts). */
  job: {
    short: 'Job sheets',
    ofLift: 'Job sheet',
    ofLiftWhy: 'What recognised methods say about this job, from this lift’s measures',
    keepFirst: 'Keep the session and open its job sheet',
  },
};

export type Words = typeof en;
