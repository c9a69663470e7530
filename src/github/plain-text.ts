/** Words of a user or of another program, made harmless inside our own Markdown. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[[\]!|]/g, '\\$&')
    .replaceAll(/@(?=\w)/g, '@\u200b')
    .trim();
