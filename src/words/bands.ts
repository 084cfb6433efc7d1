import { CHECK_IDS, type CheckId } from '../core/scoring/check';
import { RULES } from '../core/scoring/rules';

/** Edges of a band that is shown to people, in the unit of the check; `end` is where its drawing ends. */
export interface ShownBand {
  watch: number;
  flagged: number;
  end: number;
}

/** The checks that rate. Those that only describe have no band. */
export const BANDS: Partial<Record<CheckId, ShownBand>> = Object.fromEntries(
  CHECK_IDS.filter((id) => Number.isFinite(RULES[id].flagged)).map((id) => {
    const { watch, flagged } = RULES[id];
    return [id, { watch, flagged, end: flagged * 1.75 }];
  }),
);
