/**
 * @param {string} output what npm, apt or another downloader printed
 * @returns {string} what the person can do about it
 */
export function networkAdvice(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|network/i.test(output)) {
    return 'No network: the npm registry could not be reached. Connect (or set a proxy: npm config set proxy URL) and run the same command again.';
  }
  if (/E40[134]/.test(output)) {
    return 'The npm registry you use does not give this package. Look at: npm config get registry';
  }
  if (/ENOSPC/.test(output)) return 'The disk is full: make room and run the same command again.';
  return 'Its own words are above.';
}

/**
 * @param {string} output what npm printed
 * @returns {string} the lines that say what happened, without warnings and npm's usage text
 */
export function npmWords(output) {
  const lines = output.split('\n').filter((line) => /^npm error(?!\s+at )/.test(line));
  return (lines.length > 0 ? lines.slice(0, 6) : output.trim().split('\n').slice(-6)).join('\n');
}
