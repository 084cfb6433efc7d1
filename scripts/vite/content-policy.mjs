import { META_POLICY } from '../security-headers.mjs';

/**
 * Writes the content security policy into the built page, so that it holds on any web server.
 * Not in development: Vite's own client needs inline styles.
 *
 * @returns {import('vite').Plugin}
 */
export function contentPolicy() {
  return {
    name: 'liftcheck:content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: META_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
