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
  const byLength = phrases.toSorted((a, b) => b.words.length - a.words.length);
  const mentions: Mention<T>[] = [];
  for (const start of tokens.keys()) {
    const found = byLength.filter((candidate) => fits(tokens, start, candidate, form));
    const length = found[0]?.words.length;
    const longest = found.filter(({ words }) => words.length === length);
    for (const means of new Set(longest.map((candidate) => candidate.means)))
      mentions.push({
        start,
        end: start + (length ?? 1),
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
