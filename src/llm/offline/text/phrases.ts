import type { Token } from './token.ts';
import { tokenize } from './tokenize.ts';

/** Words to look for, and what they mean. */
export interface Phrase<T> {
  words: readonly PhraseWord[];
  means: T;
}
type PhraseWord = { stem: string; lemma: string; prefix?: string; exact?: string };

/** Where a phrase stands in the text, by token numbers (`end` is exclusive). */
export interface Mention<T> {
  start: number;
  end: number;
  negated: boolean;
  means: T;
}

/** In languages that the stemmers do not know, each form is written out. */
export function exactPhrase<T>(text: string, means: T): Phrase<T> {
  const { words } = phrase(text, means);
  const forms = tokenize(text.replaceAll('*', '')).map(({ lower }) => lower);
  return {
    words: words.map((word, at) => (word.prefix ? word : { ...word, exact: forms[at] ?? '' })),
    means,
  };
}

/** A phrase as the vocabulary writes it: `job queue`, or `docker*` for all words that begin so. */
export function phrase<T>(text: string, means: T): Phrase<T> {
  const words = text
    .trim()
    .split(/\s+/)
    .flatMap((written): PhraseWord[] => {
      const tokens = tokenize(written.replace('*', ''));
      const open = written.endsWith('*') && tokens.length === 1;
      return tokens.map(({ stem, lemma, lower }) =>
        open ? { stem, lemma, prefix: lower } : { stem, lemma },
      );
    });
  return { words, means };
}

/** All places of all phrases; of several that begin at one word the longest wins. */
export function findPhrases<T>(
  tokens: readonly Token[],
  phrases: readonly Phrase<T>[],
  form: 'stem' | 'lemma',
): Mention<T>[] {
  const all = Map.groupBy(matchPhrases(tokens, phrases, form), ({ start }) => start);
  return [...all.values()].flatMap((mentions) => {
    const end = Math.max(...mentions.map((mention) => mention.end));
    const longest = mentions.filter((mention) => mention.end === end);
    return [...new Map(longest.map((mention) => [mention.means, mention])).values()];
  });
}

/** All places of all phrases, also of those inside of others. */
export function matchPhrases<T>(
  tokens: readonly Token[],
  phrases: readonly Phrase<T>[],
  form: 'stem' | 'lemma',
): Mention<T>[] {
  const candidates = candidatesFor(phrases, form);
  return tokens.flatMap((token, start) =>
    candidates(token)
      .filter((one) => fits(tokens, start, one, form))
      .map(({ words, means }) => ({
        start,
        end: start + words.length,
        negated: token.negated,
        means,
      })),
  );
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
      if (expected.prefix) return token.lower.startsWith(expected.prefix);
      return expected.exact ? token.lower === expected.exact : token[form] === expected[form];
    })
  );
}

/** No prefix in the vocabularies is shorter. */
const startOf = (word = '') => word.slice(0, 2);

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
  const byStart = Map.groupBy(open, ({ words }) => startOf(words[0]?.prefix));
  const candidates: Candidates<T> = (token) =>
    token ? [...(byWord.get(token[form]) ?? []), ...(byStart.get(startOf(token.lower)) ?? [])] : [];
  indexes[form].set(phrases, candidates);
  return candidates;
}
