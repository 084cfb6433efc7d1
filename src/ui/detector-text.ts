import type { MeasuredChoice } from '../pipeline/protocol';
import type { Ui } from './ui-context';

/** "lightning · WASM · 14 poses/s" */
export function detectorText(choice: MeasuredChoice, ui: Ui): string {
  const { words, format } = ui;
  const rate = words.prepare.poses(format.whole(choice.posesPerSecond));
  return [words.detectors[choice.detector], words.backends[choice.backend], rate].join(' · ');
}
