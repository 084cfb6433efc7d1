/**
 * The security headers of the site, in one place: the build writes the policy into the page as a
 * meta tag, our own server sends it as a header (which also covers the worker), and a test holds
 * a real browser to it. Why each line is as it is: docs/decisions/0004-content-security-policy.md
 */

/** @type {Record<string, string>} */
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'worker-src': "'self'",
  'connect-src': "'self'",
  'img-src': "'self'",
  'media-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** @param {Record<string, string>} policy */
const join = (policy) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ');

/** Policy for the meta tag. Browsers ignore `frame-ancestors` there, so it is left out. */
export const META_POLICY = join(POLICY);

/** Policy for the response header. */
export const HEADER_POLICY = join({ ...POLICY, 'frame-ancestors': "'none'" });

/** Makes the page cross-origin isolated, which gives WASM its threads. Nothing breaks without. */
export const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

export const SECURITY_HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), microphone=(), geolocation=()',
};
