import type { JobAnswers } from '../records/job-record';
import { iso11228Sheet } from './iso-11228-sheet';
import type { MeasuredJob } from './measured-job';
import { nioshSheet } from './niosh-sheet';
import { postureSheets } from './posture-sheets';
import type { JobSheet } from './sheet';
import { acgihSheet, en1005Sheet, iso11226Sheet, macSheet } from './zone-sheets';

/**
 * A job by all methods (SPEC.md). "If changed" is a second call, with `answersWith(answers, changed)`.
 * @param measured null = by hand
 */
export function jobSheet({
  measured,
  answers,
}: {
  measured: MeasuredJob | null;
  answers: JobAnswers;
}): JobSheet {
  const niosh = nioshSheet(measured, answers);
  return {
    niosh,
    ...postureSheets(measured, answers),
    mac: macSheet(measured, answers),
    iso11226: iso11226Sheet(measured, answers),
    en1005: en1005Sheet(measured, answers),
    acgih: acgihSheet(measured, answers),
    iso11228: iso11228Sheet(niosh.detail, answers),
  };
}
