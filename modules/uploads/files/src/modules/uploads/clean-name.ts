export const longestName = 255;

/** Control characters, and those that turn the direction of writing: `cod.exe` shown as `exe.doc`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\0-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** A name as it may be shown and sent: one line, no path. Undefined when it is too long. */
export function cleanName(given: string): string | undefined {
  const name = given
    .toWellFormed()
    .normalize('NFC')
    .replace(unseen, '')
    .replace(/[/\\]/g, '_')
    .trim();
  if (name.length > longestName) return undefined;
  return /^\.*$/.test(name) ? 'file' : name;
}
