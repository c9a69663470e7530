import Type, { type Static } from 'typebox';
import { Value } from 'typebox/value';

const Header = Type.Object({
  key: Type.String(),
  staleMs: Type.Number(),
  tags: Type.Record(Type.String(), Type.String()),
});

/** What stands before a value in Redis: whose it is, and the ids of its tags. */
export type EntryHeader = Static<typeof Header>;

/** JSON holds no line break of its own, so the first one ends the header. */
export const writeEntry = (header: EntryHeader, text: string) =>
  `${JSON.stringify(header)}\n${text}`;

/** Undefined for whatever else may stand there. */
export function readEntry(entry: string): { header: EntryHeader; text: string } | undefined {
  const end = entry.indexOf('\n');
  try {
    const header: unknown = JSON.parse(entry.slice(0, Math.max(end, 0)));
    if (Value.Check(Header, header)) return { header, text: entry.slice(end + 1) };
  } catch {
    // Not written by this cache.
  }
  return undefined;
}
