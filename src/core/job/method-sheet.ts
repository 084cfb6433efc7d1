import type { SourceDifference } from '../standards/source-difference';
import type { MethodId, MethodSheet, ResultName, SheetResult, SheetState } from './sheet';

/** One result; what is not said of it is that it has no unit, no level, and was read again. */
export const result = (
  name: ResultName,
  value: number | string | null,
  more: Partial<Omit<SheetResult, 'name' | 'value'>> = {},
): SheetResult => ({
  ...{ name, value, low: null, high: null, unit: null, level: null, verified: true },
  why: value === null ? 'not-measurable' : null,
  ...more,
});

type Parts<Detail> = Partial<
  Omit<MethodSheet<Detail>, 'method' | 'source' | 'state' | 'detail' | 'differs'>
> & { detail: Detail | null; differs?: readonly SourceDifference[] };

/** Rule JOB-5: the state follows from the parts. Whoever is refused gets no result. */
export function sheetOf<Detail>(
  method: MethodId,
  source: string,
  parts: Parts<Detail>,
): MethodSheet<Detail> {
  const { asked = [], refused = [], notJudged = [], inputs = [], differs = [] } = parts;
  const isRefused = refused.length > 0;
  const results = isRefused ? [] : (parts.results ?? []);
  const isTold = results.some(({ value, low }) => value !== null || low !== null);
  const unanswered: SheetState = asked.length > 0 ? 'asked' : 'not-judged';
  return {
    ...{ method, source, asked, refused, notJudged, inputs, results },
    state: isRefused ? 'refused' : isTold ? 'told' : unanswered,
    differs: [...differs],
    verified: parts.verified ?? results.every(({ verified }) => verified),
    detail: isTold && !isRefused ? parts.detail : null,
  };
}
