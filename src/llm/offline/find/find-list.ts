import type { Token } from '../text/token.ts';
import { normalize, tokenize } from '../text/tokenize.ts';

/** One member of an enumeration: “status (new, paid)” has words and a bracket. */
export interface ListItem {
  tokens: readonly Token[];
  bracket: string;
  /** Where it begins in the request. */
  at: number;
}

/** In characters: what goes on for longer is no enumeration of fields. */
const longest = 600;

const separators = /,|;|\s(?:and|or|&|и|а также|plus)\s/giu;

/** The enumeration that begins at an offset: up to the end of the sentence, or of the bracket. */
export function findList(text: string, from: number, inBracket: boolean): ListItem[] {
  const end = from + endOfList(text.slice(from, from + longest), inBracket);
  return split(text.slice(from, end)).map(({ part, offset }) => {
    const open = part.indexOf('(');
    const bracket = open < 0 ? '' : part.slice(open + 1).replace(/\)\s*$/, '');
    const body = open < 0 ? part : part.slice(0, open);
    return { tokens: tokenize(normalize(body)), bracket, at: from + offset };
  });
}

function endOfList(rest: string, inBracket: boolean): number {
  let depth = 0;
  for (const { 0: mark, index } of rest.matchAll(/[()]|[.;!?](?=\s|$)|\n/g)) {
    if (mark === '(') depth += 1;
    else if (mark === ')' && depth > 0) depth -= 1;
    else if (mark === ')' || (depth === 0 && !inBracket)) return index;
  }
  return rest.length;
}

function split(text: string): { part: string; offset: number }[] {
  const parts: { part: string; offset: number }[] = [];
  let from = 0;
  for (const { 0: mark, index } of text.matchAll(separators)) {
    if (insideBracket(text.slice(0, index))) continue;
    parts.push({ part: text.slice(from, index), offset: from });
    from = index + mark.length;
  }
  parts.push({ part: text.slice(from), offset: from });
  return parts.filter(({ part }) => /[\p{L}\p{N}]/u.test(part));
}

const insideBracket = (before: string) =>
  before.split('(').length - 1 > before.split(')').length - 1;
