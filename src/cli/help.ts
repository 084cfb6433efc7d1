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
  --jobs N          files worked on at the same time; default 1
  --poses           write the keypoints too; such a file can be analyzed again
  --skeleton        write the body in three dimensions too, frame by frame
  -h, --help        this text
  -v, --version     the version

Progress goes to stderr, the paths of the written files to stdout.
Exit code: 0 all files were analyzed, 1 some were not, 2 the command line was not understood.
Videos and pictures are read with ffmpeg, from PATH or from where LIFTCHECK_FFMPEG points.
`;
