import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { Analysis } from '../../src/core/session/analysis';
import { schemaFaults } from '../fixtures/analysis-schema';

/** Longest wait for a detector to load, to be measured and to be warm. */
const READY_MS = 90_000;

/** What a verdict on the screen says first, and what it is marked with. */
export interface Shown {
  headline: string | null;
  state: string | null;
}

/** Waits until a verdict is shown and gives it. */
export async function verdictShown(page: Page, timeout = READY_MS): Promise<Shown> {
  const verdict = page.getByTestId('verdict');
  await verdict.waitFor({ timeout });
  // Both at once: a later verdict may take its place.
  return verdict.evaluate((card) => ({
    headline: card.getAttribute('data-headline'),
    state: card.getAttribute('data-state'),
  }));
}

/** Waits until a message is shown and gives the kind of what it tells. */
export async function messageShown(page: Page, timeout = READY_MS): Promise<string | null> {
  const message = page.getByTestId('message');
  await message.waitFor({ timeout });
  return message.getAttribute('data-kind');
}

/** The quickest way to a running check: what was chosen is not measured first. */
export async function chooseQuickDetector(page: Page): Promise<void> {
  await page.evaluate(() =>
    localStorage.setItem(
      'liftcheck.preferences',
      JSON.stringify({ detector: 'movenet-lightning', backend: 'wasm' }),
    ),
  );
  await page.reload();
}

/** Ends a live check and waits for its summary. */
export async function stopToSummary(page: Page): Promise<void> {
  await page.getByTestId('stop').click();
  await page.getByTestId('summary').waitFor();
}

/** From the start screen: takes a backup in, and waits until it is there. */
export async function importBackup(page: Page, backup: string): Promise<void> {
  await page.getByTestId('history-open').click();
  await page.getByTestId('import').click();
  const file = { name: 'b.liftcheck.jsonl', mimeType: '', buffer: Buffer.from(backup) };
  await page.getByTestId('import-file').setInputFiles(file);
  await page.getByTestId('import-take').click();
  await page.getByTestId('import-done').waitFor();
  await page.getByTestId('import-close').click();
}

/**
 * Exports on the summary screen, in the way that `trigger` does, and reads the file. Throws when it
 * does not fit the documented format.
 */
export async function exported(
  page: Page,
  trigger: () => Promise<void> = () => page.getByTestId('export').click(),
): Promise<Analysis> {
  const [download] = await Promise.all([page.waitForEvent('download'), trigger()]);
  const analysis = JSON.parse(readFileSync(await download.path(), 'utf8')) as Analysis;
  const faults = schemaFaults(analysis);
  if (faults.length > 0) throw new Error(`Not the documented format: ${faults.join('; ')}`);
  return analysis;
}

/** Moves the focus with Tab, as a person would, until it is on what the test id names. */
export async function tabTo(page: Page, testId: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    const reached = await page.evaluate(
      (id) => document.activeElement?.closest(`[data-testid="${id}"]`) !== null,
      testId,
    );
    if (reached && (await page.evaluate(() => document.activeElement !== document.body))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${testId}`);
}

/** What was told, for messages of tests: the detector, then each lift with the states of its checks. */
export function told(analysis: Analysis): string {
  const { model, source, lifts } = analysis;
  const about = `${model}, ${source.fps.toFixed(1)} poses a second, ${lifts.length} lifts`;
  const each = lifts.map(({ headline, checks }) =>
    [
      headline.kind,
      ...checks.map(
        ({ id, phase, value, error, notJudged, state }) =>
          `  ${id}/${phase} ${value?.toFixed(2) ?? '-'}±${error?.toFixed(2) ?? '-'} ${notJudged ?? state}`,
      ),
    ].join('\n'),
  );
  return [about, ...each].join('\n');
}

/** Waits until the check screen says that so many lifts are kept. */
export const keptOnCheck = (page: Page, lifts: number): Promise<void> =>
  page.locator(`[data-testid="kept-mark"][data-kept="${lifts}"]`).waitFor({ timeout: READY_MS });
