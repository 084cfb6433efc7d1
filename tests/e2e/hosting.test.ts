import { afterEach, expect, test } from 'vitest';
import { en } from '../../src/words/en';
import { Site } from './harness';
import { verdictShown } from './journey';

let site: Site | undefined;
afterEach(async () => {
  await site?.close();
  site = undefined;
});

test.each([
  ['our own server, isolated', { headers: true, prefix: '/' }, true],
  ['a sub-path of a plain web server, not isolated', { headers: false, prefix: '/a/b/' }, false],
])('a demo clip is checked on %s', async (_, options, isolated) => {
  site = await Site.open(options);
  const { page, misdeeds } = await site.page();
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(isolated);
  await page.getByTestId('demo-bent').click();
  // What is to be done first is written large, not only in the list.
  const line = page.getByTestId('notice');
  await line.waitFor({ timeout: 90_000 });
  expect(await line.textContent()).toBe(en.check.noBaseline);
  // During the lift there is nothing but the picture.
  await line.waitFor({ state: 'detached', timeout: 90_000 });
  expect(await page.getByTestId('verdict').count()).toBe(0);
  expect((await verdictShown(page)).headline).toBe('bent-back');
  expect(misdeeds).toEqual({ strangers: [], faults: [] });
});

test('the policy in the page itself stops what is not ours', async () => {
  site = await Site.open({ headers: false });
  const { page, misdeeds } = await site.page();
  const blocked = await page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => {
      violations.push(event.effectiveDirective);
    });
    await fetch('http://127.0.0.1:9/').catch(() => undefined);
    const script = document.createElement('script');
    script.textContent = 'window.ranInline = true';
    document.body.append(script);
    const frame = document.createElement('iframe');
    frame.src = 'http://127.0.0.1:9/';
    document.body.append(frame);
    await new Promise((done) => setTimeout(done, 200));
    return { violations: violations.sort(), ran: 'ranInline' in window };
  });
  expect(blocked.ran).toBe(false);
  expect(blocked.violations).toEqual(['connect-src', 'frame-src', 'script-src-elem']);
  expect(misdeeds.strangers).toEqual([]);
});
