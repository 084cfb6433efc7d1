/** English words of keeping a check, and the shape of every language's. */
export const keepEn = {
  choose: 'Keep my results on this device',
  chooseWhy: 'Verdicts and skeleton of each lift, no video. To look at again and compare.',
  privacyOn: 'Your video stays on this device. Of each lift, verdicts and skeleton are kept here.',
  mayGo: 'This browser may clear it when the disk runs short. A backup from the history is safer.',
  who: 'Who lifts',
  nobody: 'Nobody named',
  somebodyNew: 'Somebody new…',
  name: 'Name, nickname or number',
  add: 'Add',
  task: 'What is lifted',
  taskExample: 'a crate, for example',
  /** On the check screen. */
  mark: (n: number): string => (n === 1 ? '1 lift kept' : `${n} lifts kept`),
  goesOn: 'The check goes on. Your lifts are held until you leave; you can keep them at the end.',
  held: 'Your lifts are still here, until you leave this page.',
  /** On the summary. */
  keep: 'Keep this check',
  keepWhy: 'On this device only: verdicts and skeleton, no video.',
  keeping: 'Keeping …',
  kept: 'Kept on this device.',
  see: 'See it in the history',
  video: (megabytes: string) => `Keep the video too (${megabytes} MB)`,
  videoWhy: 'It shows you. It can be deleted alone.',
  videoKept: 'The video is kept too.',
  done: 'Done',
  /** After a crash or a closed tab. */
  cutOff: (n: number): string =>
    n === 1
      ? 'Your last check was cut off. The lift that had ended is kept.'
      : `Your last check was cut off. The ${n} lifts that had ended are kept.`,
  cutOffSee: 'See them',
  cutOffClose: 'Close',
};
export type KeepWords = typeof keepEn;
