import { OWAS_SOURCES_DIFFER } from './owas-tables';
import { REBA_SOURCES_DIFFER } from './reba-tables';
import { rebaLevel } from './reba';
import { RULA_SOURCES_DIFFER } from './rula-tables';
import { rulaLevel } from './rula';
import type { SourceDifference } from './source-difference';

/** What is to be said about a method wherever its scores are shown. */
export interface PostureMethod {
  source: string;
  /** Action levels, least first, and the level of a score. */
  levels: readonly number[];
  levelOf: (score: number) => number;
  /** Rules of SPEC.md whose numbers were not re-read in their source: shown as unverified. */
  unverified: readonly string[];
  sourcesDiffer: readonly SourceDifference[];
}

export const POSTURE_METHODS = {
  reba: {
    source: 'Hignett & McAtamney 2000, Applied Ergonomics 31:201-205',
    levels: [0, 1, 2, 3, 4],
    levelOf: rebaLevel,
    unverified: [],
    sourcesDiffer: REBA_SOURCES_DIFFER,
  },
  rula: {
    source: 'McAtamney & Corlett 1993, Applied Ergonomics 24:91-99',
    levels: [1, 2, 3, 4],
    levelOf: rulaLevel,
    unverified: [
      ...['RULA-1', 'RULA-2', 'RULA-3', 'RULA-4'],
      ...['RULA-5', 'RULA-6', 'RULA-7', 'RULA-8'],
    ],
    sourcesDiffer: RULA_SOURCES_DIFFER,
  },
  owas: {
    source: 'Karhu, Kansi & Kuorinka 1977, Applied Ergonomics 8:199',
    levels: [1, 2, 3, 4],
    // An OWAS action category is its own level.
    levelOf: (category) => category,
    unverified: ['OWAS-1'],
    sourcesDiffer: OWAS_SOURCES_DIFFER,
  },
} as const satisfies Record<string, PostureMethod>;
