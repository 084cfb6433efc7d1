import { compositeIndex, partOf, type CompositeIndex } from '../standards/niosh-composite';
import { DURATIONS } from '../standards/niosh-tables';
import type { NioshDetail } from './sheet';

/**
 * Rule JOB-15: jobs that one person does in turn, as one: their composite lifting index (NIOSH-16). The duration is the
 * longest of theirs: it is that of all of them together.
 *
 * @param jobs at least two, each inside the equation
 * @returns null when one of them is outside it even when it is done seldom
 */
export function compositeOf(jobs: readonly NioshDetail[]): CompositeIndex | null {
  const parts = jobs.map(({ task, errors, meanMassKg }) => partOf(task, errors, meanMassKg).part);
  const inside = parts.filter((part) => part !== null);
  if (inside.length < Math.max(2, jobs.length)) return null;
  const duration = DURATIONS.findLast((one) => jobs.some(({ task }) => task.duration === one))!;
  return compositeIndex(inside, duration);
}
