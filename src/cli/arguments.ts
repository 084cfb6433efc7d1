import { parseArgs } from 'node:util';
import { DETECTOR_IDS, type DetectorId } from '../core/pose/pose';
import type { Metres } from '../core/units';

/** What `liftcheck analyze` was asked to do. */
export interface AnalyzeOptions {
  files: string[];
  out: string;
  model: DetectorId;
  /** Pictures looked at in a second of recording. */
  fps: number;
  /** null = not entered. */
  heightM: Metres | null;
  /** Files worked on at the same time; null = not said. */
  jobs: number | null;
  /** Write the keypoints too. */
  poses: boolean;
  /** Write the body in three dimensions too. */
  skeleton: boolean;
  /** Analyze also what an earlier run has done. */
  again: boolean;
}

export type Command =
  | { kind: 'help' }
  | { kind: 'version' }
  | { kind: 'analyze'; options: AnalyzeOptions }
  /** The line could not be understood; `message` says what to change. */
  | { kind: 'usage'; message: string };

const OPTIONS = {
  out: { type: 'string' },
  model: { type: 'string', default: 'movenet-thunder' },
  fps: { type: 'string', default: '15' },
  'height-cm': { type: 'string' },
  jobs: { type: 'string' },
  poses: { type: 'boolean', default: false },
  skeleton: { type: 'boolean', default: false },
  again: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', short: 'v', default: false },
} as const;

const usage = (message: string): Command => ({ kind: 'usage', message });

/** Reads the words after `liftcheck`. Never throws for what a person may type. */
export function readArguments(words: string[]): Command {
  const parsed = parse(words);
  if (typeof parsed === 'string') return usage(parsed);
  const { values, positionals } = parsed;
  if (values.help || words.length === 0) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [command, ...files] = positionals;
  if (command === 'help') return { kind: 'help' };
  if (command !== 'analyze') {
    return usage(`The command is "analyze"${command === undefined ? '.' : `, not "${command}".`}`);
  }
  if (files.length === 0) return usage('Name at least one file to analyze.');
  if (values.out === undefined || values.out === '') {
    return usage('Say where the results go: --out DIR');
  }
  const model = DETECTOR_IDS.find((id) => id === values.model);
  if (model === undefined) return usage(`--model is one of: ${DETECTOR_IDS.join(', ')}`);
  const fps = numberIn(values.fps, 1, 120);
  if (fps === null) return usage('--fps is a number from 1 to 120.');
  const heightCm =
    values['height-cm'] === undefined ? null : numberIn(values['height-cm'], 50, 250);
  if (heightCm === null && values['height-cm'] !== undefined) {
    return usage('--height-cm is the body height in centimetres, from 50 to 250.');
  }
  const jobs = values.jobs === undefined ? null : numberIn(values.jobs, 1, 64);
  if (values.jobs !== undefined && (jobs === null || !Number.isInteger(jobs)))
    return usage('--jobs is a whole number from 1 to 64.');
  return {
    kind: 'analyze',
    options: {
      files,
      out: values.out,
      model,
      fps,
      heightM: heightCm === null ? null : heightCm / 100,
      jobs,
      poses: values.poses,
      skeleton: values.skeleton,
      again: values.again,
    },
  };
}

type Parsed = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>;

function parse(words: string[]): Parsed | string {
  try {
    return parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
  } catch (thrown) {
    // Node says which option it stumbled over; its first sentence is enough.
    const said = thrown instanceof Error ? thrown.message : String(thrown);
    return `${said.split('. ')[0] ?? said}.`;
  }
}

function numberIn(text: string, least: number, most: number): number | null {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  return value >= least && value <= most ? value : null;
}
