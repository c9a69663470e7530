/** The user's words as a Markdown quote that mentions nobody and holds no markup. */
export function quoteRequest(text: string): string {
  const harmless = text
    .slice(0, 4000)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[`[\]!*_~#|\\]/g, '\\$&')
    .replaceAll('@', '@\u200b');
  return harmless
    .trim()
    .split(/\r?\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}
