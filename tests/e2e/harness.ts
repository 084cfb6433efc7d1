import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import { clipCamera, type Clip } from '../../scripts/clip-camera.mjs';
import { ROOT } from '../../scripts/root.mjs';
import { serve } from '../../scripts/serve.mjs';
import { chromiumArguments } from '../../scripts/setup/chromium-arguments.mjs';
import { findChromium } from '../../scripts/setup/find-chromium.mjs';
import { buildIsFresh } from '../../scripts/source-stamp.mjs';

export interface SiteOptions {
  /** Clip that the camera shows; without one there is no camera. */
  camera?: Clip;
  /** Sub-path of the site. */
  prefix?: string;
  /** false: a plain web server without our headers, so no cross-origin isolation. */
  headers?: boolean;
  /** Another folder than dist/. */
  folder?: string;
  /** What V8 is told at its start, for less memory than it would take. */
  v8?: string;
}

/** What must never be seen while the app runs. */
export interface Misdeeds {
  /** Requests to another origin. */
  strangers: string[];
  /** Violations of the content security policy, errors in the page, and requests without an answer. */
  faults: string[];
}

/** The built site on a server of its own, and a Chromium that may look at it. */
export class Site {
  private constructor(
    readonly url: string,
    private readonly browser: Browser,
    private readonly closeServer: () => Promise<void>,
    private readonly folder: string,
  ) {}

  static async open({
    camera,
    prefix = '/',
    headers = true,
    folder: served = join(ROOT, 'dist'),
    v8,
  }: SiteOptions = {}): Promise<Site> {
    if (!buildIsFresh()) throw new Error('dist/ is not built from these sources: npm run build');
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chromium: run npm run setup -- --tests');
    const folder = mkdtempSync(join(tmpdir(), 'liftcheck-e2e-'));
    const server = await serve({ folder: served, prefix, headers });
    const args = [...chromiumArguments(), '--lang=en-US'];
    if (camera !== undefined) args.push(...(await clipCamera(camera, folder)));
    if (v8 !== undefined) args.push(`--js-flags=${v8}`);
    const browser = await chromium.launch({ executablePath, args });
    return new Site(server.url, browser, server.close, folder);
  }

  /** A fresh page (its own storage) on the start screen, and what it does wrong from now on. */
  async page(options: BrowserContextOptions = {}): Promise<{ page: Page; misdeeds: Misdeeds }> {
    const context = await this.browser.newContext({
      locale: 'en-US',
      viewport: { width: 1280, height: 800 },
      // Otherwise each page would store 30 MB; offline.test.ts lets it.
      serviceWorkers: 'block',
      ...options,
    });
    const page = await context.newPage();
    const misdeeds = watch(page, new URL(this.url).origin);
    await page.goto(this.url);
    return { page, misdeeds };
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.closeServer();
    rmSync(this.folder, { recursive: true });
  }
}

function watch(page: Page, origin: string): Misdeeds {
  const misdeeds: Misdeeds = { strangers: [], faults: [] };
  // Asked of the whole context, so that requests of workers are seen too.
  page.context().on('request', (request) => {
    const url = request.url();
    if (/^(blob|data):/.test(url) || new URL(url).origin === origin) return;
    misdeeds.strangers.push(url);
  });
  page.context().on('response', (response) => {
    if (response.status() >= 400)
      misdeeds.faults.push(`${response.status()} for ${response.url()}`);
  });
  page.on('pageerror', (error) => misdeeds.faults.push(String(error.stack ?? error)));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' || /Content.Security.Policy/i.test(text))
      misdeeds.faults.push(text);
  });
  return misdeeds;
}
