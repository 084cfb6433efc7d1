import type { Judgeable } from '../../pipeline/live-state';
import type { Ui } from '../ui-context';

/** "can judge bend, twist" in the person's language. */
export function canJudge(judgeable: Judgeable, { words, locale }: Ui): string {
  const can = (['trunk', 'twist', 'knees', 'reach'] as const).filter((what) => judgeable[what]);
  if (can.length === 0) return words.check.judgesNothing;
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return words.check.judges(list.format(can.map((what) => words.check.can[what])));
}
