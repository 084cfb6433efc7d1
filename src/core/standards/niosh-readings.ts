import { conditionsAt, evaluateEnd, evaluateTask, governing, type NioshTask } from './niosh';
import type { SOURCES_DIFFER } from './niosh-sources';
import { FREQUENCY_TABLE } from './niosh-tables';

/** The index of a task as others read the equation. */
export interface OtherReading {
  id: Extract<(typeof SOURCES_DIFFER)[number]['id'], 'frequency-height' | 'between-rows'>;
  /** null: outside the equation. */
  li: number | null;
}

/** The frequency at the destination by the height there. */
function byOwnHeight(task: NioshTask): number | null {
  const destination = evaluateEnd(task.massKg, {
    ...conditionsAt(task, 'destination'),
    originVerticalCm: task.destination.verticalCm,
  }).li;
  const origin = evaluateTask({ ...task, control: false }).origin.li;
  return origin === null || destination === null ? null : Math.max(origin, destination);
}

/** The frequency of the next row of the table. */
function byNextRow(task: NioshTask): number | null {
  const row = FREQUENCY_TABLE.find(([perMinute]) => perMinute >= task.perMinute);
  return governing(evaluateTask({ ...task, perMinute: row?.[0] ?? task.perMinute })).li;
}

/**
 * What the index would be as others read the equation (niosh-sources.ts), where that makes a difference for this task. The
 * recovery that counts is in `durationOf`; the US form is not evaluated.
 */
export function otherReadings(task: NioshTask): OtherReading[] {
  const { li } = governing(evaluateTask(task));
  const readings: OtherReading[] = [
    ...(task.control ? [{ id: 'frequency-height' as const, li: byOwnHeight(task) }] : []),
    { id: 'between-rows', li: byNextRow(task) },
  ];
  return readings.filter((other) => other.li !== li);
}
