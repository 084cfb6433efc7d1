import {
  evaluateTask,
  governing,
  MULTIPLIERS,
  type End,
  type Multiplier,
  type NioshEnd,
  type NioshTask,
  type OutsideReason,
} from './niosh';
import { LOW_HANDS_CM } from './niosh-tables';

/** What can be changed about a task. Closed. */
export const CHANGE_IDS = [
  'closer', // H 10 cm less, at the end that governs
  'height', // V to 75 cm, at the end that governs
  'straight', // A to 0, at the end that governs
  'less-often', // half as many lifts a minute
  'grip', // coupling one class better
  'lighter', // a quarter less mass
] as const;
export type ChangeId = (typeof CHANGE_IDS)[number];

const CLOSER_CM = 10;
const LEAST_H_CM = 25;
const LEAST_PER_MINUTE = 0.2;
const BETTER = { poor: 'fair', fair: 'good', good: null } as const;

/** The index of a task; null with the reasons why it is outside the equation. */
export interface TaskIndex {
  li: number | null;
  outside: OutsideReason[];
}

/** One change, all else as it was. */
export interface Change {
  id: ChangeId;
  /** Where it is made; null: it is about the whole task. */
  end: End | null;
  /** The task with the change in it. */
  task: NioshTask;
  after: TaskIndex;
}

export interface NioshChanges {
  before: TaskIndex;
  /** Multipliers of the end that governs, the one that takes most first. */
  costs: { multiplier: Multiplier; value: number }[];
  /** Those that lower the index, the one that helps most first. */
  changes: Change[];
}

function indexOf(task: NioshTask): TaskIndex {
  const { li, outside } = governing(evaluateTask(task));
  return { li, outside };
}

/** The tasks that one change each makes of a task; what cannot be changed further is left out. */
function variants(task: NioshTask, end: End): Omit<Change, 'after'>[] {
  const here = task[end];
  const moved = (id: ChangeId, change: Partial<NioshEnd>): Omit<Change, 'after'> => ({
    id,
    end,
    task: { ...task, [end]: { ...here, ...change } },
  });
  const whole = (id: ChangeId, change: Partial<NioshTask>): Omit<Change, 'after'> => ({
    id,
    end: null,
    task: { ...task, ...change },
  });
  const coupling = BETTER[task.coupling];
  return [
    moved('closer', { horizontalCm: Math.max(LEAST_H_CM, here.horizontalCm - CLOSER_CM) }),
    moved('height', { verticalCm: LOW_HANDS_CM }),
    moved('straight', { asymmetryDeg: 0 }),
    whole('less-often', { perMinute: Math.max(LEAST_PER_MINUTE, task.perMinute / 2) }),
    ...(coupling === null ? [] : [whole('grip', { coupling })]),
    whole('lighter', { massKg: 0.75 * task.massKg }),
  ];
}

/**
 * Rule NIOSH-15: which multiplier takes most, and what each single change would make of the index. The index is that of
 * the whole task before and after: where another end governs after the change, its index is the one after.
 */
export function nioshChanges(task: NioshTask): NioshChanges {
  const evaluated = evaluateTask(task);
  const before = indexOf(task);
  const size = ({ li }: TaskIndex): number => li ?? Infinity;
  return {
    before,
    costs: MULTIPLIERS.map((multiplier) => ({
      multiplier,
      value: governing(evaluated).multipliers[multiplier],
    })).sort((a, b) => a.value - b.value),
    changes: variants(task, evaluated.governs)
      .map((change) => ({ ...change, after: indexOf(change.task) }))
      .filter(({ after }) => size(after) < size(before))
      .sort((a, b) => size(a.after) - size(b.after)),
  };
}
