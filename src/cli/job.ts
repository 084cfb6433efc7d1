import type { Fraction } from '../core/units';
import { OpenedInstruments } from './instruments';
import type { FromJob, JobSetup, ToJob } from './job-protocol';
import { performTask } from './perform-task';

/** A process of its own that works through tasks one after the other, so that one file cannot take the others down. */
let setup: JobSetup | null = null;
let instruments: OpenedInstruments | null = null;

const send = (message: FromJob): void => {
  process.send?.(message);
};

process.on('message', (message: ToJob) => {
  if (message.kind === 'setup') {
    setup = message.setup;
    instruments = new OpenedInstruments(setup.options.model, setup.modelsDir, setup.programs);
  } else if (setup !== null && instruments !== null) {
    const listener = {
      progress: (fraction: Fraction) => send({ kind: 'progress', fraction }),
      notice: (text: string) => send({ kind: 'notice', text }),
    };
    void performTask(message.task, setup.options, instruments, listener, setup.maker).then(
      (result) => send({ kind: 'done', result }),
    );
  }
});
// The parent has no more tasks, or is gone.
process.on('disconnect', () => process.exit());
