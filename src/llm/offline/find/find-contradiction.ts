import { type Problem, problem } from '../../../core/errors/problem.ts';
import { findPhrases, type Mention, type Phrase, phrase } from '../text/phrases.ts';
import { type Contradiction, contradictions } from '../vocabulary/contradictions.ts';
import type { FoundEntity } from './found-entity.ts';
import { quote, type Reading } from './reading.ts';

/** Two halves of the request that exclude each other, quoted. */
export function findContradiction(
  reading: Reading,
  entities: readonly FoundEntity[],
): Problem | undefined {
  const asked = reading.features.flatMap(({ means, negated }) => (negated ? [] : [means.label]));
  const pair = contradictions
    .filter(({ unless }) => !asked.some((label) => unless.test(label)))
    .map((contradiction) => ({ contradiction, halves: halvesOf(reading, contradiction) }))
    .find(({ halves }) => halves !== undefined);
  if (pair?.halves)
    return asProblem(reading, pair.halves, pair.contradiction.why[reading.language]);
  return storageWithoutStore(reading, entities);
}

type Halves = readonly [Mention<boolean>, Mention<boolean>];

function halvesOf(reading: Reading, { first, second }: Contradiction): Halves | undefined {
  const one = mentions(reading, first);
  const other = mentions(reading, second);
  for (const a of one)
    for (const b of other) if (b.end <= a.start || a.end <= b.start) return [a, b];
  return;
}

/** Places where a phrase is asked for, or with a leading `-` where it is ruled out. */
const mentions = (reading: Reading, phrases: readonly Phrase<boolean>[]) =>
  findPhrases(reading.tokens, phrases, 'stem').filter(({ means, negated }) => means === negated);

const storing =
  'store, stores, stored, save, saves, saved, persist*, keep history, remember*, history of, хран*, сохран*, запомина*, история'
    .split(', ')
    .map((text) => phrase(text, false));

/** Records without a database, where no other place for them is named. */
function storageWithoutStore(
  reading: Reading,
  entities: readonly FoundEntity[],
): Problem | undefined {
  const none = reading.features.find(
    ({ means, negated }) => negated && means.label === 'database-any',
  );
  const elsewhere = reading.features.some(
    ({ means, negated }) => !negated && /^(cache|db-|object)/.test(means.label),
  );
  if (!none || elsewhere || entities.length === 0 || hasFiles(reading)) return;
  const [verb] = mentions(reading, storing).filter(({ negated }) => !negated);
  if (!verb) return;
  const object = entities.find(({ at }) => at >= verb.end && at - verb.end < 4);
  const why = { en: 'records need somewhere to stay', ru: 'записям нужно где-то храниться' };
  return asProblem(
    reading,
    [
      { ...none, means: true },
      { ...verb, end: (object?.at ?? verb.start) + 1 },
    ],
    why[reading.language],
  );
}

const hasFiles = ({ text }: Reading) =>
  /\b(json|files?|disk|memory|in-memory|embedded)\b|файл|диск|памят/i.test(text);

/** Takes the “no” along that stands before the words. */
function cueOf({ tokens }: Reading, start: number): number {
  let from = start;
  while (from > 0 && tokens[from - 1]?.negated) from -= 1;
  return Math.max(0, from - 1);
}

const asProblem = (reading: Reading, [a, b]: Halves, why: string) => {
  const half = (mention: Mention<boolean>) =>
    quote(
      reading,
      mention.negated ? { ...mention, start: cueOf(reading, mention.start) } : mention,
    );
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return problem('request.contradiction', { first: half(first), second: half(second), why });
};
