/**
 * Arguments for a Chromium that runs by itself in tests.
 *
 * @returns {string[]}
 */
export function chromiumArguments() {
  const quiet = [
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-gpu',
    '--autoplay-policy=no-user-gesture-required',
  ];
  // Chromium's own sandbox refuses to work for root, who is the user in most containers.
  return process.getuid?.() === 0 ? ['--no-sandbox', ...quiet] : quiet;
}
