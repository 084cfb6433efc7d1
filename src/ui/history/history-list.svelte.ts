import type { AppError, Result } from '../../core/errors';
import type { DayTotals, LiftQuery } from '../../core/records/lift-query';
import type { LiftRow } from '../../core/records/lift-row';
import type { PersonRecord } from '../../core/records/person-record';
import type { SessionStore } from '../../core/records/session-store';

/** Rows fetched at once. */
const PAGE = 60;

/** The lifts that are looked for, page by page, and what the whole store comes to. */
export class HistoryList {
  query = $state.raw<LiftQuery>({});
  rows = $state.raw<readonly LiftRow[]>([]);
  /** How many lifts the query finds. */
  found = $state(0);
  /** How many are kept at all; null = not known yet. */
  all = $state<number | null>(null);
  people = $state.raw<readonly PersonRecord[]>([]);
  tasks = $state.raw<readonly string[]>([]);
  /** Of the query's person and task, over all time. */
  days = $state.raw<readonly DayTotals[]>([]);
  error = $state.raw<AppError | null>(null);
  busy = $state(true);
  hasMore = $state(false);

  readonly #store: SessionStore;
  #next: string | null = null;
  /** The newest question; answers to older ones are let go. */
  #asked: object = {};

  constructor(store: SessionStore) {
    this.#store = store;
  }

  get isNarrowed(): boolean {
    return Object.keys(this.query).length > 0;
  }

  nameOf(personId: string | null): string {
    return this.people.find(({ id }) => id === personId)?.name ?? '';
  }

  /** @param change undefined takes a wish back */
  narrow(change: { [K in keyof LiftQuery]?: LiftQuery[K] | undefined }): Promise<void> {
    const changed = Object.entries({ ...this.query, ...change });
    this.query = Object.fromEntries(changed.filter(([, value]) => value !== undefined));
    return this.load();
  }

  clear(): Promise<void> {
    this.query = {};
    return this.load();
  }

  /** From the top; as many rows as were there before, so that nothing jumps. */
  async load(limit = PAGE): Promise<void> {
    const mine = (this.#asked = {});
    this.busy = true;
    const { query } = this;
    const { personId, task } = query;
    const ofDays = {
      ...(personId === undefined ? {} : { personId }),
      ...(task === undefined ? {} : { task }),
    };
    const [page, found, all, people, tasks, days] = await Promise.all([
      this.#store.lifts(query, { after: null, limit }),
      this.#store.count(query),
      this.#store.count({}),
      this.#store.people(),
      this.#store.tasks(),
      this.#store.days(ofDays),
    ]);
    if (this.#asked !== mine) return;
    this.busy = false;
    this.error = firstError([page, found, all, people, tasks, days]);
    if (!page.ok || !found.ok || !all.ok || !people.ok || !tasks.ok || !days.ok) return;
    this.rows = page.value.rows;
    this.#next = page.value.next;
    this.hasMore = this.#next !== null;
    this.found = found.value;
    this.all = all.value;
    this.people = people.value;
    this.tasks = tasks.value;
    this.days = days.value;
  }

  reload(): Promise<void> {
    return this.load(Math.max(PAGE, this.rows.length));
  }

  async more(): Promise<void> {
    if (this.#next === null || this.busy) return;
    const mine = (this.#asked = {});
    this.busy = true;
    const page = await this.#store.lifts(this.query, { after: this.#next, limit: PAGE });
    if (this.#asked !== mine) return;
    this.busy = false;
    this.error = page.ok ? null : page.error;
    if (!page.ok) return;
    this.rows = [...this.rows, ...page.value.rows];
    this.#next = page.value.next;
    this.hasMore = this.#next !== null;
  }
}

const firstError = (answers: readonly Result<unknown>[]): AppError | null => {
  for (const answer of answers) if (!answer.ok) return answer.error;
  return null;
};
