import { ASSUMED_HEIGHT_M, unknown, type Moment } from '../kinematics/moment';
import type { JobAnswers } from '../records/job-record';
import { ACGIH_SOURCE, acgihLift, type AcgihResult } from '../standards/acgih';
import { bodyHeights } from '../standards/body-heights';
import { en1005Trunk, EN_1005_4_SOURCE, type EnTrunkResult } from '../standards/en-1005-4';
import { HOLDING_SOURCE } from '../standards/holding-time';
import { iso11226Trunk, type HeldTrunkResult } from '../standards/iso-11226';
import {
  MAC_FACTORS,
  MAC_SOURCE,
  macLifting,
  type MacMoment,
  type MacResult,
} from '../standards/mac';
import { ANKLES_UP_CM } from '../standards/niosh-from-lift';
import { acgihOrigin, macMoment } from '../standards/zones-from-camera';
import { addSample, noBentTime, totalsOf } from '../strain/bent-time';
import type { Seconds } from '../units';
import type { AnswerPath } from './job-answers';
import { answered, fedBy, missing, numberAt, numberInput, said, saidOf } from './job-inputs';
import type { MeasuredJob, MeasuredLift } from './measured-job';
import { result, sheetOf } from './method-sheet';
import { endInputs, perMinuteInput } from './niosh-sheet';
import type { MethodSheet, SheetInput } from './sheet';

/** The frame nearest to a moment; -1 = that was not seen. */
const nearest = ({ moments }: MeasuredLift, atS: Seconds | null): number =>
  atS === null
    ? -1
    : moments.reduce((best, { timeS }, i) => {
        const other = moments[best];
        return other === undefined || Math.abs(timeS - atS) < Math.abs(other.timeS - atS)
          ? i
          : best;
      }, -1);

/** Rule JOB-8: a job by the MAC chart, at taking and at putting down. */
export function macSheet(
  measured: MeasuredJob | null,
  answers: JobAnswers,
): MethodSheet<MacResult> {
  const lift = measured?.lift ?? null;
  const momentAt = (own: MeasuredLift, atS: Seconds | null): MacMoment[] => {
    const at = nearest(own, atS);
    const moment = own.moments[at];
    return moment === undefined
      ? []
      : [macMoment(moment.measures, own.skeletons[at] ?? null, own.person)];
  };
  const moments =
    lift === null
      ? []
      : [...momentAt(lift, lift.times.graspS), ...momentAt(lift, lift.times.releaseS)];
  const chart = macLifting(moments, saidOf(answers.mac));
  const { factors, total, verified } = chart;
  const asked = factors
    .filter(({ judged }) => judged !== true)
    .map(({ factor }): AnswerPath => `mac.${factor}`);
  const results = factors.map(({ factor, judged, colour, low, high }) =>
    result(`colour-${factor}`, colour, {
      ...{ low, high, verified: MAC_FACTORS[factor].verified },
      why: judged === true ? null : judged,
    }),
  );
  return sheetOf<MacResult>('mac', MAC_SOURCE, {
    ...{ asked, verified, detail: chart },
    inputs: factors.map(({ factor, judged, colour, origins }): SheetInput => {
      const input = answered(answers, `mac.${factor}`);
      if (input.value !== null) return input;
      const seen = judged === true && colour !== null;
      return seen
        ? { ...input, value: colour, from: origins[0] ?? 'camera', why: null }
        : { ...input, why: judged === true || judged === 'outside-scope' ? 'not-asked' : judged };
    }),
    // What nobody answered leaves every colour open: that is no result.
    results: factors.every(({ judged }) => judged !== true)
      ? []
      : [
          ...results,
          result('total', total.value, {
            ...{ low: total.low, high: total.high, verified },
            why: total.value === null ? 'not-asked' : null,
          }),
        ],
  });
}

/** The moment at which the trunk leans furthest, of those that are judged. */
function mostInclined({ moments }: MeasuredLift): Moment | null {
  const lean = ({ measures: { trunkInclinationDeg: m } }: Moment): number =>
    m.judged === true ? (m.value ?? -1) : -1;
  const most = Math.max(-1, ...moments.map(lean));
  return most < 0 ? null : moments.find((moment) => lean(moment) === most)!;
}

/** The trunk as it is bent furthest, or as it was entered. */
function trunkInputs(answers: JobAnswers, lift: MeasuredLift | null) {
  const moment = lift && mostInclined(lift);
  const measures = moment?.measures;
  const none = unknown('not-measurable');
  const at = (path: AnswerPath, name: 'trunkInclinationDeg' | 'axialTwistDeg' | 'lateralBendDeg') =>
    numberAt(answers, path, 'deg', lift && fedBy(measures?.[name] ?? none));
  return {
    inclination: at('posture.angles.trunkFlexionDeg', 'trunkInclinationDeg'),
    axialTwist: at('posture.angles.axialTwistDeg', 'axialTwistDeg'),
    lateralBend: at('posture.angles.lateralBendDeg', 'lateralBendDeg'),
  };
}

/** The longest hold of a lift, s. */
function heldIn(lift: MeasuredLift): Seconds {
  let strain = noBentTime();
  for (const { timeS, measures } of lift.moments)
    strain = addSample(strain, { timeS, trunkInclinationDeg: measures.trunkInclinationDeg });
  return totalsOf(strain).longestHold?.seconds ?? 0;
}

/** Rule JOB-9: a held trunk by ISO 11226: as long as is said, or as the longest hold of the lift. */
export function iso11226Sheet(
  measured: MeasuredJob | null,
  answers: JobAnswers,
): MethodSheet<HeldTrunkResult> {
  const lift = measured?.lift ?? null;
  const trunk = trunkInputs(answers, lift);
  const held = numberAt(
    answers,
    'heldS',
    's',
    lift && { value: heldIn(lift), error: 0, ask: null },
  );
  const inputs = [...Object.values(trunk), held];
  const asked = missing([trunk.inclination, held]);
  if (asked.length > 0 || typeof held.value !== 'number')
    return sheetOf<HeldTrunkResult>('iso-11226', HOLDING_SOURCE, { inputs, asked, detail: null });
  const detail = iso11226Trunk({
    inclination: numberInput(trunk.inclination),
    axialTwist: numberInput(trunk.axialTwist),
    lateralBend: numberInput(trunk.lateralBend),
    heldS: held.value,
  });
  const { judged, verdict, limit, verified } = detail;
  const seconds = limit?.seconds ?? null;
  const limits = {
    low: limit?.strictestS ?? null,
    high: limit?.mildestS ?? null,
    unit: 's' as const,
  };
  return sheetOf<HeldTrunkResult>('iso-11226', HOLDING_SOURCE, {
    ...{ inputs, detail, refused: judged === 'outside-scope' ? ['short-hold'] : [] },
    results: [
      result('hold', verdict, { verified }),
      ...(seconds === null ? [] : [result('hold-limit', seconds, { ...limits, verified })]),
    ],
  });
}

/** Rule JOB-10: the furthest bend by EN 1005-4, moved into as often as is lifted; held, if that is said. */
export function en1005Sheet(
  measured: MeasuredJob | null,
  answers: JobAnswers,
): MethodSheet<EnTrunkResult> {
  const trunk = trunkInputs(answers, measured?.lift ?? null);
  const often = perMinuteInput(answers, measured);
  const time = answers.heldS === null ? often : numberAt(answers, 'heldS', 's');
  const inputs = [...Object.values(trunk), time];
  const asked = missing(inputs);
  if (typeof time.value !== 'number' || asked.length === inputs.length - 1)
    return sheetOf<EnTrunkResult>('en-1005-4', EN_1005_4_SOURCE, { inputs, asked, detail: null });
  const detail = en1005Trunk({
    inclination: numberInput(trunk.inclination),
    axialTwist: numberInput(trunk.axialTwist),
    lateralBend: numberInput(trunk.lateralBend),
    perMinute: answers.heldS === null ? time.value : null,
  });
  const results = (['inclination', 'asymmetry'] as const).flatMap((name) => {
    const { judged, verdict, low, high, verified } = detail[name];
    return verdict === null
      ? []
      : [result(name, verdict, { low, high, verified, why: judged === true ? null : judged })];
  });
  return sheetOf<EnTrunkResult>('en-1005-4', EN_1005_4_SOURCE, { inputs, asked, results, detail });
}

/** Rule JOB-11: the origin of a lift by the ACGIH tables. */
export function acgihSheet(
  measured: MeasuredJob | null,
  answers: JobAnswers,
): MethodSheet<AcgihResult> {
  const lift = measured?.lift ?? null;
  const { heightM } = answers;
  const person =
    heightM === null
      ? (lift?.person ?? { heightM: ASSUMED_HEIGHT_M, heightEntered: false })
      : { heightM, heightEntered: true };
  const { midShin, knuckle, shoulder } = bodyHeights(person);
  const moment = lift?.moments[nearest(lift, lift.times.graspS)];
  const seen = moment === undefined ? null : acgihOrigin(moment.measures, person);
  const {
    horizontalCm: horizontal,
    verticalCm: vertical,
    asymmetryDeg: turned,
  } = endInputs(answers, lift?.task ?? null, 'origin');
  const often = perMinuteInput(answers, measured);
  const hourly = numberAt(answers, 'acgih.liftsPerHour', '1/h');
  const rate = hourly.value === null ? often : hourly;
  const hours = numberAt(answers, 'hoursPerDay', 'h');
  const mass = numberAt(answers, 'massKg', 'kg');
  const inputs = [horizontal, vertical, turned, rate, hours, mass];
  // Hands are entered above the floor, the zones are above the ankle joints.
  const hand = numberInput(vertical, 0.01);
  const aboveAnkles = {
    ...hand,
    value: hand.value === null ? null : hand.value - 0.01 * ANKLES_UP_CM.value,
    error: hand.error === null ? null : hand.error + 0.01 * ANKLES_UP_CM.error,
  };
  const detail = acgihLift({
    horizontalM: numberInput(horizontal, 0.01),
    handHeightM: vertical.from === 'camera' && seen !== null ? seen.handHeightM : aboveAnkles,
    asymmetryDeg:
      turned.from === 'camera' && seen !== null ? seen.asymmetryDeg : numberInput(turned),
    ...{ midShinHeightM: midShin, knuckleHeightM: knuckle, shoulderHeightM: shoulder },
    liftsPerHour: numberInput(rate, rate === hourly ? 1 : 60),
    ...{ hoursPerDay: said(answers.hoursPerDay), massKg: said(answers.massKg) },
    conditions: saidOf(answers.acgih.conditions),
  });
  const { limit, low, high, verdict, scope, verified } = detail;
  const kg = (end: typeof limit): number | string | null => end && (end.kg ?? 'no-known-limit');
  const zones = [
    result('horizontal-zone', detail.horizontal),
    result('vertical-zone', detail.vertical),
    result('mass-against-limit', verdict, { verified }),
  ];
  return sheetOf<AcgihResult>('acgih', ACGIH_SOURCE, {
    ...{ inputs, asked: missing(inputs), refused: scope.outside, detail },
    results:
      limit === null
        ? []
        : [
            result('limit', kg(limit), { low: kg(low), high: kg(high), unit: 'kg', verified }),
            ...zones.filter(({ value }) => value !== null),
          ],
  });
}
