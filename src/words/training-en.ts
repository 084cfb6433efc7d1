import type { StrainAdviceKind } from '../core/strain/strain-summary';
import type { RosterFault } from '../core/course/roster-file';
import type { TaskKind } from '../core/records/training-record';

const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

/** English words of planning a training and of looking at it afterwards, and the shape of every language's. */
export const trainingEn = {
  short: 'Train a group',
  title: 'Trainings',
  back: 'Start',
  toTrainings: 'Trainings',
  newOne: 'New training',
  loading: 'Fetching what is kept',
  gone: 'This training is not kept on this device, or no longer.',
  people,

  taskLines: {
    'floor-to-waist': 'Pick a box up from the floor and bring it to the height of a table.',
    'turn-and-place':
      'Pick a box up and set it down on a table at the side: the feet turn, not the back.',
    'carry-and-set-down': 'Pick a box up, carry it some steps, set it down again.',
    'awkward-load': 'Something large, soft or alive, with no good place for the hands.',
    'two-people': 'Two lift together on a word that they agreed. One of them is measured.',
    own: 'Anything else: say below what it is.',
  } satisfies Record<TaskKind, string>,

  empty: {
    title: 'Train a group in front of one camera',
    lead: 'People take turns. Each goes through three short rounds:',
    steps: [
      { name: 'Silent first', line: 'A few lifts as at work. Nobody says anything.' },
      { name: 'Then one cue', line: 'After each lift one thing to do next, never more.' },
      { name: 'Silent again', line: 'The same lifts once more: what changed, and by how much.' },
    ],
    how: 'You need a computer with a camera, about three metres of floor and the load. Planning takes two minutes; everything stays on this device.',
    begin: 'Plan a training',
  },

  list: {
    goesOn: 'It goes on where it was',
    goOn: 'Go on',
    runs: 'Not finished',
    planned: 'Planned, not begun',
    doneOf: (done: string, of: string) => `${done} of ${of} have been through`,
    result: 'Results',
    report: 'Report',
    plan: 'Plan',
    again: 'Same again',
    againWhy: 'The same people and task once more. Consent is asked anew.',
    delete: 'Delete',
    deleteOf: (when: string) => `Delete the training of ${when}`,
    deleteTitle: 'Delete this training?',
    deleteText: (n: number) =>
      `The training and all lifts made in it are deleted, with skeletons, of ${people(n)}. This cannot be taken back.`,
    deleteYes: 'Delete the training',
    times: (n: number): string => (n === 1 ? 'held once' : `held ${n} times`),
  },

  overTime: {
    title: 'Over time',
    who: 'Who',
    everybody: 'Everybody',
    check: 'Check',
    heading: (check: string) => `${check}: share of lifts flagged`,
    chart: (check: string, n: number) =>
      `${check}: share of lifts flagged at baseline and retest of ${n} trainings, each with its interval. The numbers follow.`,
    note: 'Whiskers hold nine times in ten, if each lift is one like the others. Few lifts, long whisker.',
    numbers: 'The same as numbers',
    training: 'Training',
    ofLifts: (count: string, of: string) => `${count} of ${of}`,
    none: 'not judged',
    nothing: 'No lift of these trainings was judged for this.',
  },

  plan: {
    title: 'Plan a training',
    keptHere: 'This list is kept on this device as you type, and nowhere else.',
    saved: 'Saved.',
    where: 'Where and who',
    site: 'Site',
    siteExample: 'Warehouse 2',
    trainer: 'Trainer',
    task: 'What is lifted',
    what: 'The load',
    whatExample: 'Crate with two handles',
    mass: 'Mass',
    from: 'From',
    fromExample: 'Pallet on the floor',
    to: 'To',
    toExample: 'Table, waist high',
    lifts: 'Lifts at each station',
    liftsHint: {
      baseline: 'silent, as at work',
      try: 'one cue after each',
      retest: 'silent again',
    },
    liftsRange: (from: string, to: string) => `Between ${from} and ${to}, please.`,
    massRange: (most: string) => `Up to ${most}, please.`,
    optional: 'optional',

    roster: 'Who takes part',
    name: 'Name, nickname or number',
    nameHint: 'A number is enough. Paste a list to add several at once.',
    add: 'Add',
    import: 'Import a list (CSV)',
    dropHere: 'Drop the list here',
    importHint:
      'One person a line: name, language, height in centimetres. Only the name is needed.',
    none: 'Nobody yet.',
    added: (n: number): string => `${people(n)} added.`,
    known: (n: number): string =>
      n === 1
        ? 'One is on the list already and was not added again.'
        : `${n} are on the list already and were not added again.`,
    full: (most: string) => `A training has room for ${most} people.`,
    skipped: (n: number): string =>
      n === 1 ? 'One line could not be read:' : `${n} lines could not be read:`,
    line: (n: string, why: string) => `Line ${n}: ${why}`,
    why: {
      'name-missing': 'no name in it',
      'name-too-long': 'the name is too long',
      'language-unknown': 'the language is not known: “de” or “German”, for example',
      'height-unknown': 'the height is not known: 175 or 1.75, for example',
      'cells-too-many': 'more cells than there are headings',
      'quotes-open': 'a quotation mark is not closed',
      'letters-lost': 'letters were lost: save the list as UTF-8',
      'no-room': 'no room any more',
    } satisfies Record<RosterFault, string>,
    taken: 'There is somebody of this name already.',
    nameOf: (n: string) => `Name of person ${n}`,
    language: 'Language of cues',
    pageLanguage: 'As this page',
    height: 'Height',
    heightWhy: (assumed: string) => `Makes distances more exact. Without it ${assumed} is assumed.`,
    heightRange: (from: string, to: string) => `Between ${from} and ${to}, please.`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    drag: 'Drag to another place',
    moved: (name: string, place: string) => `${name} is now number ${place}.`,
    more: (name: string) => `More about ${name}`,
    skip: 'Pass over',
    comeBack: 'Is back',
    isSkipped: 'Passed over',
    remove: 'Take off the list',
    removeOf: (name: string) => `Take ${name} off the list`,

    consent: {
      title: 'Before anybody says yes',
      lead: 'Read this out, or let people read it. Each answers for themselves; no is a full answer.',
      kept: 'What is kept',
      keptText:
        'Of each lift the skeleton and what was judged, with the name or number you give. No video, no picture.',
      long: 'How long',
      longText: {
        forever: 'Until it is deleted, on this device only. Nothing is sent anywhere.',
        months: (months: string) =>
          `For ${months}, then it is deleted, on this device only. Nothing is sent anywhere.`,
      },
      withdraw: 'Taking it back',
      withdrawText:
        'At any time, without a reason: say so, and everything of yours is deleted here.',
      of: (name: string) => `Does ${name} agree?`,
      agrees: 'Agrees',
      later: 'Not asked',
      no: 'Does not agree',
      noMeans: 'Nothing is recorded of them.',
    },
    withdrawTitle: (name: string) => `Delete everything of ${name}?`,
    withdrawText: (name: string) =>
      `${name} takes consent back. Every lift of this person, in every training and check on this device, is deleted, and their place on the lists. This cannot be taken back.`,
    withdrawYes: 'Delete all of it',

    begin: 'Begin',
    goOn: 'Go on',
    whoBegins: (all: string, agreed: string): string =>
      `${all} on the list, ${agreed} agreed. Who was not asked yet is asked at their turn.`,
    nobodyYet: 'Add at least one person to begin.',
    change:
      'It has begun: task and numbers of lifts stay as they are, so that before and after can be compared.',
  },

  result: {
    title: 'How it went',
    during: 'How it goes',
    everyone: 'Everyone',
    hideNames: 'Hide names',
    hiddenNote: 'Numbers instead of names, for the big screen.',
    number: (n: string) => `No. ${n}`,
    end: 'End this training',
    endTitle: 'End this training?',
    endText: 'Nobody can take another turn in it. What was recorded stays.',
    csv: 'Table (CSV)',
    csvDone: 'Saved to your downloads.',
    report: 'Report',
    certificate: 'Certificate',
    certificateOf: (name: string) => `Certificate of attendance for ${name}`,
    withdraw: 'Consent withdrawn',
    withdrawOf: (name: string) => `${name} withdraws consent`,
    nobody: 'Nobody is on the list yet.',

    attention: 'Needs attention',
    noAttention: 'Nothing needs attention.',
    needs: {
      'no-consent': 'not asked for consent yet',
      refused: 'does not agree: nothing is recorded',
      skipped: 'was passed over and has not come back',
      'cut-off': 'a turn was cut off before its end',
      'set-up': 'the camera stood elsewhere than in the first baseline',
      'not-judged': 'most lifts could not be judged from this view',
    },

    group: 'The group',
    groupLead: (before: string, after: string) =>
      `Lifted at baseline: ${before}. At retest: ${after}.`,
    groupNone: 'The result of the group appears when somebody has lifted at the baseline.',
    check: 'Check',
    peopleOf: (count: string, of: string) => `${count} of ${of}`,
    notJudged: 'not judged',
    flaggedFor: 'People for whom at least half of the judged lifts were flagged',
    changed: 'What changed',
    counts: {
      less: (n: number): string => `less for ${n}`,
      more: (n: number): string => `more for ${n}`,
      same: (n: number): string => `within the error for ${n}`,
      unknown: (n: number): string => `not known for ${n}`,
      none: '–',
    },
    groupNote:
      'A change counts only where it is larger than its error; within the error there may be one that was not seen. Nobody is ranked.',

    noFigure: 'No figure: nothing of this was kept.',
    noChange: 'The change is known after baseline and retest.',
    focus: 'Told to change',
  },

  strain: {
    title: 'Bent for long',
    lead: 'All turns of this training together.',
    beyond20: 'Bent beyond 20°',
    beyond60: 'Bent beyond 60°',
    between: (low: string, high: string) => `between ${low} and ${high}, by the error`,
    longest: 'Longest hold',
    at: (angle: string) => `at ${angle}`,
    noHold: 'none of four seconds or more',
    limit: (limit: string, source: string) => `limit ${limit} (${source})`,
    noLimit: (source: string) => `no time is given for it (${source})`,
    rate: 'Lifts a minute',
    rateUnknown: 'too short to tell',
    busiest: (n: string) => `${n} in the busiest minute`,
    unjudged: (time: string) => `${time} could not be judged and count as neither.`,
    none: 'Nothing was measured of this yet.',
    rest: {
      'hold-beyond-60':
        'A posture beyond 60° was held: straighten up between lifts, and raise the load’s place.',
      'hold-over-limit':
        'A bent posture was held longer than its limit: put a short rest upright after it.',
      'hold-near-limit': 'A bent posture was held close to its limit: straighten up earlier.',
      'many-lifts':
        'Two lifts a minute or more count as frequent: plan short rests, or take turns.',
    } satisfies Record<StrainAdviceKind, string>,
    unverified: 'not read again in the standard',
    differ: 'sources differ',
  },

  report: {
    title: 'Training report',
    print: 'Print or save as PDF',
    toResult: 'Results',
    names: 'With names',
    namesNote: 'Without, people appear by number.',
    date: 'Date',
    site: 'Site',
    trainer: 'Trainer',
    task: 'Task',
    setUp: 'Camera',
    people: 'People',
    through: (done: string, of: string) => `${done} of ${of} went through`,
    plan: 'Lifts',
    planOf: (baseline: string, tried: string, retest: string) =>
      `${baseline} at baseline, ${tried} with a cue, ${retest} at retest`,
    rules: 'Rules',
    noSetUp: 'not measured',
    setUpOf: (view: string, height: string) => `${view}; the picture shows ${height} of height`,
    each: 'Person by person, in the words each was told',
    notThrough: 'Baseline and retest are not both done: no change can be told.',
    says: 'What these numbers say, and what they do not',
    can: [
      'Bend, twist, reach and speed are estimated from one camera; each value carries its 90 % error, and what could not be seen is “not judged”.',
      'A change is called one only where it is larger than its error. Within the error it may be there and not have been seen.',
      'A few lifts on one day show what people can do when they try, not what they do all week.',
    ],
    cannot:
      'They are no medical finding, no assessment of a workplace and no ranking of people. They do not say that anybody will or will not be hurt.',
  },

  certificate: {
    title: 'Certificate of attendance',
    took: 'took part in a training in lifting and carrying',
    on: (date: string) => `on ${date}`,
    at: (site: string) => `at ${site}`,
    task: 'Task',
    practised: 'Practised',
    steps: {
      baseline: (n: number, shown: string): string =>
        n === 1 ? 'one lift as at work' : `${shown} lifts as at work`,
      see: 'looking at one’s own lifts',
      try: (n: number, shown: string): string =>
        n === 1 ? 'one lift with a cue after it' : `${shown} lifts with one cue after each`,
      retest: (n: number, shown: string): string =>
        n === 1 ? 'one lift without cues' : `${shown} lifts without cues`,
    },
    trainer: 'Trainer',
    signature: 'Signature',
    note: 'This certifies attendance. It says nothing about how anybody lifts.',
    notYet: 'Nothing has been practised yet: there is nothing to certify.',
  },
};
export type TrainingWords = typeof trainingEn;
