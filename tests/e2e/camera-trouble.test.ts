import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Site } from './harness';
import {
  chooseQuickDetector,
  exported,
  messageShown,
  stopToSummary,
  verdictShown,
} from './journey';

let site: Site;
beforeAll(async () => {
  site = await Site.open({ camera: 'bent' });
});
afterAll(() => site.close());

/** What a page is given to stand in for its hardware. */
interface Doubled {
  doubles: { refusal: string | null; streams: MediaStream[] };
}

/** A page whose camera can be made to refuse, and whose open streams can be reached. */
async function pageWithDoubles(): Promise<Page> {
  const { page } = await site.page();
  await chooseQuickDetector(page);
  await page.evaluate(() => {
    const doubles: Doubled['doubles'] = { refusal: null, streams: [] };
    Object.assign(window, { doubles });
    const open = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (constraints) => {
      if (doubles.refusal !== null) throw new DOMException('as asked', doubles.refusal);
      const stream = await open(constraints);
      doubles.streams.push(stream);
      return stream;
    };
  });
  return page;
}

/** Makes the camera refuse with this DOMException from now on; null: it gives its picture. */
const refuse = (page: Page, refusal: string | null): Promise<void> =>
  page.evaluate((name) => {
    (window as unknown as Doubled).doubles.refusal = name;
  }, refusal);

const tryAgain = (page: Page): Promise<void> =>
  page.getByTestId('message').getByRole('button', { name: 'Try again' }).click();

test.each([
  ['NotAllowedError', 'camera-denied'],
  ['NotReadableError', 'camera-in-use'],
])('%s is told as %s, and trying again goes on', async (refusal, kind) => {
  const page = await pageWithDoubles();
  await refuse(page, refusal);
  await page.getByTestId('start-camera').click();
  expect(await messageShown(page)).toBe(kind);
  expect(await page.getByTestId('start-camera').isVisible()).toBe(true);
  await refuse(page, null);
  await tryAgain(page);
  await page.getByTestId('check').waitFor({ timeout: 90_000 });
  await page.context().close();
});

test('a camera that was blocked earlier is told before anything is loaded', async () => {
  const page = await pageWithDoubles();
  await page.evaluate(() => {
    navigator.permissions.query = () => Promise.resolve({ state: 'denied' } as PermissionStatus);
  });
  await page.getByTestId('start-camera').click();
  expect(await messageShown(page, 2000)).toBe('camera-denied');
  await page.context().close();
});

test('a camera that goes away in the middle is told, and the lifts stay', async () => {
  const page = await pageWithDoubles();
  await page.getByTestId('start-camera').click();
  await verdictShown(page);
  await page.evaluate(() => {
    const track = (window as unknown as Doubled).doubles.streams[0]!.getVideoTracks()[0]!;
    track.stop();
    // As the browser does when the plug is pulled.
    track.dispatchEvent(new Event('ended'));
  });
  expect(await messageShown(page)).toBe('camera-unplugged');

  await refuse(page, 'NotReadableError');
  await tryAgain(page);
  await expect.poll(() => messageShown(page)).toBe('camera-in-use');

  await refuse(page, null);
  await tryAgain(page);
  await page.getByTestId('message').waitFor({ state: 'detached' });
  expect(await page.getByTestId('lift-count').textContent()).toBe('1');
  // The person stands before the camera again, and lifts once more.
  await expect
    .poll(() => page.getByTestId('lift-count').textContent(), { timeout: 60_000 })
    .toBe('2');
  await stopToSummary(page);
  const { lifts, frames } = await exported(page);
  expect(lifts).toHaveLength(2);
  const times = frames.map(({ t }) => t);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  const states = await page.evaluate(() =>
    (window as unknown as Doubled).doubles.streams.flatMap((stream) =>
      stream.getTracks().map((track) => track.readyState),
    ),
  );
  expect(states).toEqual(['ended', 'ended']);
  await page.context().close();
});
