const literal = /^[a-z0-9][a-z0-9-]{0,79}$/;
const parameter = /^:[a-z][a-zA-Z0-9]{0,39}$/;
const value = /^[\w-]{1,64}$/;

export type Params = Record<string, string>;

/** The parts of `orders/:id`. */
export function parsePattern(pattern: string): readonly string[] {
  const parts = pattern.split('/');
  const names = parts.filter(isParameter);
  if (!parts.every((part) => literal.test(part) || parameter.test(part)))
    throw new Error(`“${pattern}” is no pattern of rooms: write it like orders/:id.`);
  if (new Set(names).size < names.length)
    throw new Error(`The rooms ${pattern} have two parameters of one name.`);
  return parts;
}

/** The parameters of a room that fits; null for any other. */
export function matchRoom(parts: readonly string[], room: string): Params | null {
  const given = room.split('/');
  const fits = (part: string, i: number) =>
    isParameter(part) ? value.test(String(given[i])) : part === given[i];
  if (given.length !== parts.length || !parts.every(fits)) return null;
  return Object.fromEntries(
    parts.flatMap((part, i) => (isParameter(part) ? [[part.slice(1), String(given[i])]] : [])),
  );
}

export const nameOf = (parts: readonly string[], params: Params): string =>
  parts.map((part) => (isParameter(part) ? params[part.slice(1)] : part)).join('/');

/** Whether a room could fit both, so that nobody could tell whose rule holds. */
export const overlap = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length &&
  a.every((part, i) => part === b[i] || isParameter(part) || isParameter(String(b[i])));

const isParameter = (part: string) => part.startsWith(':');
