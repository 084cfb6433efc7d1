import { jobSheet } from '../../core/job/job-sheet';
import {
  answerAt,
  answersWith,
  noAnswers,
  withAnswer,
  type AnswerPath,
  type AnswerValue,
} from '../../core/job/job-answers';
import type { MeasuredJob } from '../../core/job/measured-job';
import type { JobSheet, SheetInput } from '../../core/job/sheet';
import type { JobAnswers, JobRecord, UnitSystem } from '../../core/records/job-record';
import { jobWordsOf } from '../../words/job';
import type { Flow } from '../flow.svelte';
import { JobFormat } from './job-format';
import { inputAt, methodsOf } from './job-view';

/** A job while it is looked at: what is kept, what is entered, and what the methods make of it. */
export class JobDesk {
  readonly flow: Flow;
  record = $state.raw<JobRecord>(null!);
  measured = $state.raw<MeasuredJob | null>(null);
  /** As it is on the disk; null = it is not there yet. */
  kept = $state.raw<JobRecord | null>(null);
  /** Whether what is entered counts for "if changed". */
  editsChanged = $state(false);

  readonly words = $derived.by(() => jobWordsOf(this.flow.picked.language));
  readonly format = $derived.by(
    () => new JobFormat(this.words, this.flow.locale, this.record.units),
  );
  /** Apart from the record: a name that is typed must not judge the job anew. */
  readonly answers = $derived.by(() => this.record.answers);
  readonly changed = $derived.by(() => this.record.changed);
  readonly sheet = $derived.by<JobSheet>(() =>
    jobSheet({ measured: this.measured, answers: this.answers }),
  );
  /** null = nothing is compared. */
  readonly changedSheet = $derived.by<JobSheet | null>(() => {
    const { answers, changed } = this;
    if (changed === null) return null;
    return jobSheet({ measured: this.measured, answers: answersWith(answers, changed) });
  });
  /** What the camera alone knows. */
  readonly cameraSheet = $derived.by<JobSheet>(() =>
    jobSheet({ measured: this.measured, answers: noAnswers() }),
  );
  readonly isChanging = $derived.by(() => this.record.changed !== null && this.editsChanged);
  /** The sheet whose inputs are edited. */
  readonly editedSheet = $derived.by(() =>
    this.isChanging ? (this.changedSheet ?? this.sheet) : this.sheet,
  );
  readonly isUnsaved = $derived.by(() =>
    this.kept === null ? this.touched : this.record !== this.kept,
  );
  /** Name of what is not "if changed". */
  readonly asMeasured = $derived.by(() =>
    this.record.sessionId === null ? this.words.whatIf.asIs : this.words.whatIf.measured,
  );
  /** What some method cannot do without. */
  readonly needed = $derived.by<readonly AnswerPath[]>(() =>
    methodsOf(this.editedSheet).flatMap(({ asked }) => asked),
  );
  private touched = $state(false);

  constructor(flow: Flow, record: JobRecord, kept: boolean) {
    this.flow = flow;
    this.record = record;
    this.kept = kept ? record : null;
    this.editsChanged = record.changed !== null;
  }

  inputAt(path: AnswerPath): SheetInput | null {
    return inputAt(this.editedSheet, path);
  }
  measuredInputAt(path: AnswerPath): SheetInput | null {
    return inputAt(this.sheet, path);
  }
  cameraInputAt(path: AnswerPath): SheetInput | null {
    return inputAt(this.cameraSheet, path);
  }
  /** What was answered, in the column that is edited. */
  answerAt(path: AnswerPath): AnswerValue | null {
    const { answers, changed } = this.record;
    return answerAt(this.isChanging && changed !== null ? changed : answers, path);
  }
  measuredAnswerAt(path: AnswerPath): AnswerValue | null {
    return answerAt(this.record.answers, path);
  }

  answer(path: AnswerPath, value: AnswerValue | null): void {
    const { answers, changed } = this.record;
    if (this.isChanging && changed !== null)
      this.change({ changed: withAnswer(changed, path, value) });
    else this.change({ answers: withAnswer(answers, path, value) });
  }
  rename(name: string): void {
    this.change({ name });
  }
  /** Another lift of the session stands for the task. */
  measureBy(liftId: string): void {
    this.change({ liftId });
  }
  showIn(units: UnitSystem): void {
    this.change({ units });
  }
  /** Begins to compare, or adds to what is compared. */
  compare(with_: JobAnswers = noAnswers()): void {
    this.change({ changed: answersWith(this.record.changed ?? noAnswers(), with_) });
    this.editsChanged = true;
  }
  compareNoMore(): void {
    this.change({ changed: null });
    this.editsChanged = false;
  }

  async keep() {
    const record = { ...this.record, changedMs: this.flow.world.now() };
    this.record = record;
    const saved = await this.flow.world.store.saveJob(record);
    if (saved.ok) this.kept = record;
    return saved;
  }

  private change(change: Partial<JobRecord>): void {
    this.record = { ...this.record, ...change };
    this.touched = true;
  }
}
