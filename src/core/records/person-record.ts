import type { EpochMs, Metres } from '../units';

/** Somebody whose lifts are kept. The name is theirs to choose: a nickname or a number will do. */
export interface PersonRecord {
  v: 1;
  id: string;
  name: string;
  /** null = not entered. */
  heightM: Metres | null;
  createdMs: EpochMs;
}
