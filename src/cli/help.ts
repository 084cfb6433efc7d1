import { DETECTOR_IDS } from '../core/pose/pose';

/** What `liftcheck --help` prints. */
export const HELP = `liftcheck: how somebody lifts, from a video

  liftcheck analyze FILE... --out DIR [options]

FILE is a video, a still picture (jpg, png, webp: one frame, no lifts), a file that was
written with --poses, or MediaPipe landmarks as JSON (docs/kept-files.md). For each,
DIR/<name>.analysis.json is written.

  --out DIR         where the results go; made if it is not there
  --model NAME      what finds the person; default ${DETECTOR_IDS[0]}
                    ${DETECTOR_IDS.slice(0, 2).join(', ')},
                    ${DETECTOR_IDS.slice(2).join(', ')}
  --fps N           pictures looked at in a second; default 15
  --height-cm N     body height; without it 170 is taken and distances are less sure
  --jobs N          files worked on at the same time; default one for each processor
                    core, as far as the memory goes
  --poses           write the keypoints too; such a file can be analyzed again
  --skeleton        write the body in three dimensions too, frame by frame
  --again           analyze also what was done before, see below
  -h, --help        this text
  -v, --version     the version

A run that was interrupted goes on when the same command is given again: a file whose result
lies in DIR already is not analyzed twice, unless the file, its result, the options or
Liftcheck have changed since. What was done is noted in DIR/.liftcheck-done.jsonl.

Progress goes to stderr, and at the end how many files were analyzed, how many in a minute, how
many were done already and how many could not be analyzed; the paths of the results go to stdout.
Exit code: 0 all files were analyzed, 1 some were not, 2 the command line was not understood,
130 it was interrupted.
Videos and pictures are read with ffmpeg, from PATH or from where LIFTCHECK_FFMPEG points.
`;
