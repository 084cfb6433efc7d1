/**
 * Which part of src/ may import which. The one list; import-rules.test.ts fails on anything else.
 *
 * The first rule whose `files` begins a file's path holds for that file. `may` are path beginnings
 * within src/ (a file may always import from its own top folder), `packages` are names or scopes.
 */
export interface ImportRule {
  files: string;
  may: string[];
  packages: string[];
  /** Path beginnings that it may not, though they lie in its own top folder. */
  never?: string[];
}

const DETECTOR_PACKAGES = ['@tensorflow', '@tensorflow-models/pose-detection', 'valibot'];

/** Rule JOB-13: job scores never drive verdicts or coaching. REBA charges bent knees. */
const NO_JOBS = { may: [], packages: [], never: ['core/standards/', 'core/job/'] };

export const IMPORT_RULES: ImportRule[] = [
  ...['kinematics', 'lifts', 'scoring', 'coaching', 'course'].map((part) => ({
    files: `core/${part}/`,
    ...NO_JOBS,
  })),
  // Pure: no DOM, no Node, no package, nothing from outside. Only the records, which read files of
  // unknown origin, have a schema library, which is pure itself.
  { files: 'core/session/', may: [], packages: ['valibot'] },
  { files: 'core/records/', may: [], packages: ['valibot'] },
  // Tables are written by a package that is pure itself.
  { files: 'core/report/csv.ts', may: [], packages: ['d3-dsv'] },
  { files: 'core/', may: [], packages: [] },
  // Joins the pure stages. Only the worker's own three files name adapters.
  { files: 'pipeline/worker.ts', may: ['core/', 'detect/', 'capture/'], packages: [] },
  { files: 'pipeline/check-desk.ts', may: ['core/', 'detect/', 'capture/'], packages: [] },
  { files: 'pipeline/instruments.ts', may: ['core/', 'detect/'], packages: [] },
  { files: 'pipeline/video-analysis.ts', may: ['core/', 'detect/', 'capture/'], packages: [] },
  { files: 'pipeline/', may: ['core/', 'detect/detector-port'], packages: [] },
  // Adapters to the machine. They know the core and the protocol, not each other.
  // (Capture makes the frames that the detector port takes.)
  {
    files: 'detect/node-',
    may: ['core/', 'pipeline/protocol'],
    packages: ['node:', ...DETECTOR_PACKAGES],
  },
  { files: 'detect/', may: ['core/', 'pipeline/protocol'], packages: DETECTOR_PACKAGES },
  {
    files: 'capture/',
    may: ['core/', 'pipeline/protocol', 'detect/detector-port'],
    packages: ['mediabunny'],
  },
  { files: 'store/', may: ['core/'], packages: ['dexie'] },
  { files: 'offline/', may: [], packages: [] },
  { files: 'coach/', may: ['core/', 'pipeline/protocol'], packages: [] },
  { files: 'words/', may: ['core/', 'pipeline/protocol'], packages: [] },
  // What the browser kept is of unknown origin: it is read by a schema.
  { files: 'ui/preferences.ts', may: ['core/', 'pipeline/', 'words/'], packages: ['valibot'] },
  // Screens: no tensors, no devices.
  {
    files: 'ui/',
    may: ['core/', 'pipeline/', 'words/', 'coach/', 'offline/offline-messages'],
    packages: ['svelte'],
  },
  // The command line is an edge of its own, in Node.
  {
    files: 'cli/',
    may: ['core/', 'pipeline/', 'detect/', 'capture/', 'words/'],
    packages: ['node:'],
  },
  // The composition root.
  {
    files: 'app.ts',
    may: [
      'core/',
      'pipeline/',
      'detect/',
      'capture/',
      'store/',
      'offline/',
      'coach/',
      'words/',
      'ui/',
    ],
    packages: ['svelte'],
  },
  { files: 'main.ts', may: ['app', 'ui/', 'words/'], packages: ['svelte'] },
];
