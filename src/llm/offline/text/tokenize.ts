import { lemma, stem } from './stem.ts';
import type { Token } from './token.ts';

/** Chinese writes no spaces: each character is a word, and words are phrases. */
const word = /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{N}_])+(?:['’][\p{L}]+)?/gu;
const articles = new Set(['a', 'an', 'the']);
/** Written in two words, a hyphen or one: read as one. */
const joined = [
  [/\be-mail/gi, 'email'],
  [/\bto-do/gi, 'todo'],
  [/\blog-(in|out)\b/gi, 'log$1'],
  [/(?<![\p{L}])е-?мейл/giu, 'email'],
] as const;

/** Text as the finders read it: one form per spelling, so that offsets are those of this text. */
export const normalize = (text: string): string =>
  withoutMethods(
    joined.reduce((current, [from, to]) => current.replaceAll(from, to), text.normalize('NFKC')),
  );

/** “POST /books/:bookId” speaks of books, not of posts and ids; the length stays. */
const withoutMethods = (text: string) =>
  text.replaceAll(
    /\b(GET|POST|PUT|PATCH|DELETE)(?=,?\s+(\/|and\b|or\b|(GET|POST|PUT|PATCH|DELETE)\b|for\b))|\/(:\w+|\{\w+\})/g,
    (found) => ' '.repeat(found.length),
  );

/** Words of a normalised text with their places; articles are left out. */
export function tokenize(text: string): Token[] {
  let previousEnd = 0;
  let sentence = 0;
  let article = false;
  const tokens: Token[] = [];
  for (const { 0: raw, index: start } of text.matchAll(word)) {
    const between = text.slice(previousEnd, start);
    if (endsSentence(between)) sentence += 1;
    previousEnd = start + raw.length;
    const lower = raw.toLowerCase().replaceAll('ё', 'е').replaceAll('’', "'");
    if (articles.has(lower)) {
      article = true;
      continue;
    }
    tokens.push({
      article,
      raw,
      lower,
      lemma: lemma(lower),
      stem: stem(lower),
      start,
      end: previousEnd,
      before: between.replaceAll(/[^\S\n]+/g, ''),
      sentence,
      negated: false,
    });
    article = false;
  }
  return tokens;
}

const endsSentence = (between: string) => /[.!?;](\s|$)|[。！？；]|\n/.test(between);
