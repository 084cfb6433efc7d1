import type { JobAnswers } from '../records/job-record';
import { governing } from '../standards/niosh';
import {
  ISO_11228_SOURCE,
  isoCarrying,
  isoRecommendedLimit,
  isoReferenceMass,
  isoScope,
  type CarryingLimit,
} from '../standards/iso-11228';
import { answered, missing, numberAt, said, saidOf } from './job-inputs';
import { result, sheetOf } from './method-sheet';
import type { IsoLiftDetail, MethodSheet, NioshDetail, ResultName } from './sheet';

const CARRIED: Record<CarryingLimit, ResultName> = {
  'per-minute': 'carries-per-minute',
  'kg-per-minute': 'carried-per-minute',
  'kg-per-hour': 'carried-per-hour',
  'kg-per-day': 'carried-per-day',
};

/** Rule JOB-12: a job by ISO 11228-1. @param niosh null = the lifting equation has no result */
export function iso11228Sheet(
  niosh: NioshDetail | null,
  answers: JobAnswers,
): MethodSheet<IsoLiftDetail> {
  const { iso, massKg, hoursPerDay } = answers;
  const reference = isoReferenceMass(said(iso.sex), said(iso.ageYears));
  const scope = isoScope({
    ...{ massKg: said(massKg), walkingMS: said(iso.walkingMS), hoursPerDay: said(hoursPerDay) },
    excluded: saidOf(iso.excluded),
  });
  const { carryingM: distanceM, carriesPerMinute: perMinute } = iso;
  const carrying =
    massKg === null || distanceM === null || perMinute === null
      ? null
      : isoCarrying({ massKg, distanceM, perMinute, hoursPerDay });
  const inputs = [
    answered(answers, 'iso.sex'),
    numberAt(answers, 'iso.ageYears', 'years'),
    numberAt(answers, 'massKg', 'kg'),
  ];
  const { kg, lowKg, highKg, verified } = reference;
  const results = [
    result('reference-mass', kg, {
      ...{ low: lowKg, high: highKg, unit: 'kg', verified },
      why: kg === null ? 'not-asked' : null,
    }),
  ];
  const rwl = niosh === null ? null : governing(niosh.evaluated).rwlKg;
  const { low, high } = niosh?.interval ?? { low: null, high: null };
  if (niosh !== null && rwl !== null && low !== null) {
    const { massKg: load } = niosh.task;
    const range = { value: rwl, low: high === null ? 0 : load / high, high: load / low };
    const limit = isoRecommendedLimit(range, reference);
    results.push(
      result('recommended-limit', limit.value, {
        // Where the index has no upper end, the limit has no lower one: not known is not 0.
        ...{ low: high === null ? null : limit.low, high: limit.high },
        ...{ unit: 'kg', verified: false },
        why: limit.value === null ? 'not-asked' : null,
      }),
    );
  }
  for (const { limit, carried, most } of carrying?.limits ?? []) {
    const verdict = carried > most ? 'over' : 'within';
    results.push(result(CARRIED[limit], verdict, { verified: carrying!.verified }));
  }
  if (massKg !== null) {
    const verdict = massKg > highKg ? 'over' : massKg > lowKg ? 'unsure' : 'within';
    results.push(result('mass-against-reference', verdict, { verified }));
  }
  return sheetOf<IsoLiftDetail>('iso-11228-1', ISO_11228_SOURCE, {
    ...{ inputs, asked: missing(inputs), refused: scope.outside, results },
    detail: { reference, scope, carrying },
  });
}
