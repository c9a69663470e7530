import type { Blueprint } from '../../../core/plan/blueprint.ts';
import { findPhrases, type Mention, phrase } from '../text/phrases.ts';
import { leftToRight, withoutInner } from './overlaps.ts';
import type { Reading } from './reading.ts';

const atMost = 3;

/** The domains that the request names, in its order: “a blog with a shop” has two. */
export function matchBlueprints(
  { tokens }: Reading,
  blueprints: readonly Blueprint[],
): Mention<Blueprint>[] {
  const phrases = blueprints.flatMap((blueprint) =>
    [...blueprint.keywords.en, ...blueprint.keywords.ru].map((text) => phrase(text, blueprint)),
  );
  const wanted = findPhrases(tokens, phrases, 'lemma').filter(({ negated }) => !negated);
  const mentions = leftToRight(withoutInner(wanted));
  const first = new Map<string, Mention<Blueprint>>();
  for (const mention of mentions)
    if (!first.has(mention.means.id)) first.set(mention.means.id, mention);
  return [...first.values()].slice(0, atMost);
}
