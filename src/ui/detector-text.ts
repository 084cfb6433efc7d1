import type { MeasuredChoice } from '../pipeline/protocol';
import type { Ui } from './ui-context';

/**
 * "lightning · WASM · 14 poses/s"
 *
 * @param rate poses a second of the check that runs; null leaves them out
 */
export function detectorText(choice: MeasuredChoice, rate: number | null, ui: Ui): string {
  const { words, format } = ui;
  const parts = [words.detectors[choice.detector], words.backends[choice.backend]];
  if (rate !== null) parts.push(words.prepare.poses(format.whole(rate)));
  return parts.join(' · ');
}
