import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** Words to look for, and what they mean. */
export interface Phrase<T> {
  words: readonly PhraseWord[];
  means: T;
}
type PhraseWord = { stem: string; lemma: string; prefix?: string };

/** Where a phrase stands in the text, by token numbers (`end` is exclusive). */
export interface Mention<T> {
  start: number;
  end: number;
  negated: boolean;
  means: T;
}

/** A phrase as the vocabulary writes it: `job queue`, or `docker*` for all words that begin so. */
export function phrase<T>(text: string, means: T): Phrase<T> {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((written): PhraseWord[] => {
      const [token] = tokenize(written.replace('*', ''));
      if (!token) return [];
      const { stem, lemma, lower } = token;
      return [written.endsWith('*') ? { stem, lemma, prefix: lower } : { stem, lemma }];
    });
  return { words, means };
}

/** All places of all phrases; of several that begin at one word the longest wins. */
export function findPhrases<T>(
  tokens: readonly Token[],
  phrases: readonly Phrase<T>[],
  form: 'stem' | 'lemma',
): Mention<T>[] {
  const candidates = candidatesFor(phrases, form);
  const mentions: Mention<T>[] = [];
  for (const start of tokens.keys()) {
    const found = candidates(tokens[start]).filter((one) => fits(tokens, start, one, form));
    const length = Math.max(...found.map(({ words }) => words.length));
    const longest = found.filter(({ words }) => words.length === length);
    for (const means of new Set(longest.map((candidate) => candidate.means)))
      mentions.push({
        start,
        end: start + length,
        negated: tokens[start]?.negated ?? false,
        means,
      });
  }
  return mentions;
}

function fits<T>(
  tokens: readonly Token[],
  start: number,
  { words }: Phrase<T>,
  form: 'stem' | 'lemma',
) {
  return (
    words.length > 0 &&
    words.every((expected, offset) => {
      const token = tokens[start + offset];
      if (!token || (offset > 0 && /[,;:()\n]/.test(token.before))) return false;
      return expected.prefix
        ? token.lower.startsWith(expected.prefix)
        : token[form] === expected[form];
    })
  );
}

type Candidates<T> = (token: Token | undefined) => readonly Phrase<T>[];
const indexes = {
  stem: new WeakMap<readonly Phrase<unknown>[], Candidates<unknown>>(),
  lemma: new WeakMap<readonly Phrase<unknown>[], Candidates<unknown>>(),
};

/** Phrases by their first word, so that a vocabulary is not read through for every word of a text. */
function candidatesFor<T>(phrases: readonly Phrase<T>[], form: 'stem' | 'lemma'): Candidates<T> {
  const ready = indexes[form].get(phrases) as Candidates<T> | undefined;
  if (ready) return ready;
  const [open, exact] = [true, false].map((prefix) =>
    phrases.filter(({ words }) => Boolean(words[0]?.prefix) === prefix),
  ) as [Phrase<T>[], Phrase<T>[]];
  const byWord = Map.groupBy(exact, ({ words }) => words[0]?.[form]);
  const candidates: Candidates<T> = (token) =>
    token ? [...(byWord.get(token[form]) ?? []), ...open] : [];
  indexes[form].set(phrases, candidates);
  return candidates;
}
