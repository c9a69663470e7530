import type { Blueprint } from '../../../core/plan/blueprint.ts';
import { findPhrases, type Mention, phrase } from '../text/phrases.ts';
import type { Token } from '../text/token.ts';
import { nounPhrases } from '../vocabulary/nouns.ts';
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
  const domains = [...first.values()];
  return domains.filter((domain) => !isRowOfOther(tokens, domain, domains)).slice(0, atMost);
}

/** “a hotel with bookings”: bookings are rows of the hotel and no domain of their own. */
function isRowOfOther(
  tokens: readonly Token[],
  domain: Mention<Blueprint>,
  all: readonly Mention<Blueprint>[],
): boolean {
  const rows = findPhrases(tokens, nounPhrases, 'lemma')
    .filter(({ start, end }) => start === domain.start && end === domain.end)
    .map(({ means }) => means.name);
  return all.some(
    ({ means }) =>
      means.id !== domain.means.id && means.plan.entities.some(({ name }) => rows.includes(name)),
  );
}
