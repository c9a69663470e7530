import { findPhrases, type Mention } from '../text/phrases.ts';
import type { Noun } from '../vocabulary/noun.ts';
import { nounPhrases } from '../vocabulary/nouns.ts';
import { isVerb } from './is-verb.ts';
import { leftToRight } from './overlaps.ts';
import type { Reading } from './reading.ts';

/** Nouns of the dictionary that the request wants, each word taken once, longest phrase first. */
export function findNouns({ tokens, features }: Reading): Mention<Noun>[] {
  const phrasesOfFeatures = features.filter(({ start, end }) => end - start > 1);
  const mentions = findPhrases(tokens, nounPhrases, 'lemma').filter(
    ({ start, end, negated }) =>
      !negated &&
      !(end - start === 1 && isVerb(tokens, start)) &&
      !phrasesOfFeatures.some((f) => f.start <= start && end <= f.end),
  );
  return leftToRight(mentions);
}
