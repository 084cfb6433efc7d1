import type { AppError, AppErrorKind } from '../core/errors';

/** What the command line says about each failure that it can meet. */
const TEXT: Partial<Record<AppErrorKind, string>> = {
  'file-unreadable': 'This could not be read.',
  'file-no-video': 'There is only sound in this file.',
  'file-codec': 'This ffmpeg cannot decode this kind of video. Convert it to mp4 (H.264) first.',
  'file-too-short': 'This recording is shorter than half a second.',
  'poses-unreadable': 'This is not a file that was written with --poses.',
  'model-missing': 'The weights of the detector are missing or damaged.',
  'backend-failed': 'The detector could not run on this machine.',
  'memory-full': 'There was not enough memory for this file. Try fewer --jobs.',
};

/** One line for the person: what is the matter, and the machine's own words in brackets. */
export function errorText({ kind, detail }: AppError): string {
  const text = TEXT[kind] ?? kind;
  const said = detail.trim().split('\n')[0] ?? '';
  return said === '' ? text : `${text} (${said})`;
}
