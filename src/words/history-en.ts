import type { SessionOrigin } from '../core/records/session-record';

const lifts = (n: number): string => (n === 1 ? '1 lift' : `${n} lifts`);
const sessions = (n: number): string => (n === 1 ? '1 session' : `${n} sessions`);
const trainings = (n: number): string => (n === 1 ? '1 training' : `${n} trainings`);
const people = (n: number): string => (n === 1 ? '1 person' : `${n} people`);

/** English words of the history, and the shape of every language's. */
export const historyEn = {
  short: 'History',
  title: 'History',
  back: 'Start',
  close: 'Close',
  cancel: 'Cancel',
  lifts: (n: number, shown: string): string => (n === 1 ? '1 lift' : `${shown} lifts`),
  foundOf: (found: string, all: string) => `${found} of ${all} lifts`,
  loading: 'Fetching what is kept',

  empty: {
    title: 'Nothing is kept yet',
    why: 'Each lift you keep appears here with its verdict and skeleton, to be replayed, compared and taken away. It stays on this device.',
    how: 'Switch on “Keep my results on this device” before a check, or keep a check at its end.',
    demo: 'Explore a demo',
    demoWhy:
      'A demo clip is checked as your own lifts would be, and marked as a demo when you keep it.',
    noneFound: 'No lift fits these filters.',
  },

  days: {
    title: 'Days',
    cell: (day: string, n: number) => `${day}: ${lifts(n)}`,
    clear: 'All days',
    utc: 'Days are counted in UTC.',
    older: 'Earlier',
    newer: 'Later',
    few: 'few',
    many: 'many lifts',
    keys: 'Arrow keys go from day to day.',
  },

  filter: {
    title: 'Filters',
    search: 'Search person, task or note',
    person: 'Person',
    anybody: 'Anybody',
    nobody: 'Nobody named',
    task: 'Task',
    anyTask: 'Any task',
    from: 'From',
    until: 'Until',
    check: 'Check',
    anyCheck: 'Any check',
    state: 'State',
    anyState: 'Any state',
    clear: 'Clear filters',
  },

  table: {
    caption: 'Lifts, newest first',
    when: 'When',
    verdict: 'Verdict',
    score: 'Score',
    checks: 'Checks',
    who: 'Who and what',
    open: (verdict: string, when: string) => `${verdict}, ${when}: look at this lift`,
    session: 'Its session',
    notALift: 'Not a lift',
    noScore: 'no score',
    more: (n: string) => `Show ${n} more`,
    kg: (mass: string) => `${mass} kg`,
  },

  trends: {
    title: 'Totals and trends',
    share: (check: string) => `${check}: share flagged`,
    score: 'Mean score',
    shareText: (count: string, of: string, share: string, low: string, high: string) =>
      `${count} of ${of} judged lifts were flagged: ${share} (${low} to ${high}).`,
    scoreText: (mean: string, error: string, of: string) =>
      `${mean} ±${error} of 100, over ${of} lifts with a score.`,
    scoreOne: (mean: string) => `${mean} of 100, from one lift: its spread is not known.`,
    noShare: 'No lift was judged for this.',
    noScore: 'No lift has a score.',
    note: 'Whiskers hold nine times in ten, if each lift is one like the others. Few lifts, long whisker.',
    numbers: 'The same as numbers',
    from: 'From',
    flagged: 'Flagged',
    judged: 'Judged',
    interval: 'Interval',
    mean: 'Mean',
    scored: 'With a score',
    chart: (what: string, points: number) =>
      `${what}, ${points} points in time, each with its whisker. The numbers follow.`,
    over: { day: 'by day', week: 'by week', month: 'by month' },
  },

  care: {
    people: 'People',
    storage: 'Storage',
    import: 'Import',
    backup: 'Backup',
    csv: 'Table (CSV)',
    judge: 'Judge again',
  },

  people: {
    title: 'People',
    lead: 'A nickname or a number will do. Names stay on this device.',
    none: 'Nobody is named yet.',
    name: 'Name',
    add: 'Add',
    delete: 'Delete',
    lifts,
    deleteTitle: (name: string) => `Delete ${name} everywhere?`,
    deleteText: (name: string, n: number) =>
      n === 0
        ? `${name} has no lifts. The name is deleted.`
        : `${name} and ${n === 1 ? 'the one lift' : `all ${n} lifts`} of this person are deleted, with skeletons, notes and verdicts. This cannot be taken back.`,
    deleteYes: (n: number) => (n === 0 ? 'Delete the name' : `Delete ${lifts(n)}`),
    taken: 'There is somebody of this name already.',
  },

  storage: {
    title: 'Storage on this device',
    used: (used: string, quota: string) => `${used} of about ${quota} in use.`,
    usedOnly: (used: string) => `${used} in use.`,
    unknown: 'This browser does not say how much is in use.',
    persistent: 'This browser has promised not to clear it by itself.',
    notPersistent: 'This browser may clear it when the disk runs short.',
    ask: 'Ask it to keep everything',
    refused: 'It did not promise. A backup from time to time is safer.',
    retention: 'Keep sessions for',
    forever: 'as long as I like',
    months: (n: number) =>
      n % 12 === 0 ? (n === 12 ? '1 year' : `${n / 12} years`) : `${n} months`,
    retentionWhy: 'Older sessions are deleted whenever Liftcheck is opened.',
    retentionTitle: 'Delete older sessions?',
    retentionText: (day: string, n: number) =>
      n === 0
        ? `No lift is older than ${day}. From now on, sessions that are get deleted whenever Liftcheck is opened.`
        : `${lifts(n)} from before ${day} ${n === 1 ? 'is' : 'are'} deleted now, with the whole sessions, and later ones when they grow that old. This cannot be taken back.`,
    retentionYes: 'Keep no longer',
    everything: 'Delete everything',
    everythingTitle: 'Delete everything?',
    everythingText: (n: number) =>
      `All people, sessions and ${lifts(n)} on this device are deleted. Only a backup file brings them back.`,
    everythingYes: (n: number) => `Delete ${lifts(n)} and all names`,
    gone: 'Everything is deleted.',
    goneSessions: (n: number) => (n === 0 ? 'Nothing was that old.' : `${sessions(n)} deleted.`),
  },

  take: {
    backup: 'Writing the backup',
    csv: 'Writing the table',
    done: 'Saved to your downloads.',
    frames: 'Frames (CSV)',
    session: 'Session file',
  },

  import: {
    title: 'Import',
    lead: 'A session file or a backup from Liftcheck. You see what is in it before anything changes.',
    choose: 'Choose a file',
    reading: 'Reading the file',
    kinds: { session: 'Session file', backup: 'Backup', analysis: 'Saved check' },
    world:
      'A body without its picture. You can look at it from every side; its angles are not judged, because without the picture nobody can say how true the depth is.',
    worldTime: 'Moment',
    holds: (liftCount: number, sessionCount: number, peopleCount: number, trainingCount: number) =>
      `${lifts(liftCount)} in ${sessions(sessionCount)}, ${people(peopleCount)}${trainingCount === 0 ? '' : `, ${trainings(trainingCount)}`}`,
    span: (from: string, until: string) => `${from} to ${until}`,
    tracks: (n: number) => `${lifts(n)} can be replayed and judged again`,
    known: (n: number) =>
      n === 0
        ? 'None of it is here yet.'
        : `${lifts(n)} of these ${n === 1 ? 'is' : 'are'} here already and ${n === 1 ? 'stays as it is' : 'stay as they are'}.`,
    nothingNew: 'All of it is here already.',
    take: 'Take it in',
    working: 'Taking it in',
    done: (n: number) => (n === 1 ? '1 record was added.' : `${n} records were added.`),
    why: 'Reason',
  },

  judge: {
    title: 'Judge again',
    lead: (n: string, rules: string) =>
      `${n} are judged by today's rules (${rules}). The first verdicts stay beside the new ones; nothing is lost.`,
    begin: 'Judge again',
    stop: 'Stop',
    working: (seen: string, of: string) => `${seen} of ${of}`,
    label: 'Judging again',
    done: (judged: number, changed: number) =>
      judged === 0
        ? 'No new verdict was needed.'
        : `${judged === 1 ? '1 lift has' : `${judged} lifts have`} a new verdict; ${changed === 0 ? 'none says' : changed === 1 ? '1 says' : `${changed} say`} something else than before. Both are kept.`,
    already: (n: number) => `${lifts(n)}: judged by today's rules already.`,
    withoutPoses: (n: number) => `${lifts(n)} without poses: not judged again.`,
    stopped: 'Stopped. What was judged until then is kept.',
  },

  session: {
    title: 'Session',
    gone: 'This session is not kept on this device, or no longer.',
    origins: {
      camera: 'Camera',
      demo: 'Demo clip',
      video: 'Video',
      poses: 'Saved poses',
    } satisfies Record<SessionOrigin, string>,
    cutOff: 'It was cut off before its end.',
    running: 'It still runs.',
    compareSession: 'Compare with another session',
    comparison: {
      title: 'Two sessions compared',
      lead: 'Of each lift its worst value; the mean of all lifts of the session, and how many were flagged.',
      flagged: (count: number, of: number): string => `${count} of ${of} flagged`,
      tooFew: 'too few judged lifts to tell',
      note: 'The error joins how much the lifts of a session differ with the error of each measure. Within the error, no difference was shown; there may be one.',
    },
    video: 'Its video is kept on this device.',
    videoGone: 'Its video is no longer there.',
    takeVideo: 'Download the video',
    deleteVideo: 'Delete the video alone',
    lasted: (minutes: string) => `${minutes} long`,
    person: 'Who lifted',
    task: 'What was lifted',
    addPerson: 'Somebody new…',
    newName: 'Name of the new person',
    saved: 'Saved.',
    timeline: 'Lifts over time',
    atTime: (t: string) => `at ${t}`,
    number: 'Lift',
    choose: (n: number) => `Choose lift ${n} to compare`,
    compare: 'Compare the two chosen',
    compareHint: 'Choose two lifts to compare them.',
    report: 'Report',
    delete: 'Delete session',
    deleteLift: (n: number) => `Delete lift ${n}`,
    deleteTitle: 'Delete this session?',
    deleteText: (n: number) =>
      `The session and its ${lifts(n)} are deleted, with skeletons and notes. This cannot be taken back.`,
    deleteYes: 'Delete the session',
    deleteLiftTitle: (n: number) => `Delete lift ${n}?`,
    deleteLiftText:
      'Its verdict, skeleton and notes are deleted. This cannot be taken back. To leave it out of all counts instead, mark it as not a lift.',
    deleteLiftYes: 'Delete the lift',
    none: 'No lift is kept in this session.',
  },
};
export type HistoryWords = typeof historyEn;
