import type { Word } from './fan-out.ts';

const kinds = new Set(['event', 'expel', 'resync']);

/** Four lines: who says it, what it is, of which room, and the rest. Rooms have no line breaks. */
export const encodeWord = (self: string, { kind, room, text }: Word): string =>
  `${self}\n${kind}\n${room}\n${text}`;

/** Null for one's own words, and for what is none. */
export function decodeWord(self: string, message: string): Word | null {
  const [from, kind = '', room, ...text] = message.split('\n', 4);
  if (from === self || room === undefined || !kinds.has(kind) || text.length === 0) return null;
  return { kind, room, text: text.join('') } as Word;
}
