import type { Degrees } from '../units';

export const VIEW_NAMES = ['front', 'oblique', 'side', 'back-oblique', 'back'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/**
 * Name of the view by the size of the camera azimuth: front < 30, oblique 30-59, side 60-120,
 * back-oblique 121-150, back above. The names explain; they gate nothing.
 */
export function viewName(azimuth: Degrees): ViewName {
  const a = Math.round(Math.abs(azimuth));
  if (a < 30) return 'front';
  if (a < 60) return 'oblique';
  if (a <= 120) return 'side';
  if (a <= 150) return 'back-oblique';
  return 'back';
}
