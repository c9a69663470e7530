import pluralize from 'pluralize';
import type { Mention } from '../text/phrases.ts';
import type { Token } from '../text/token.ts';
import type { Noun } from '../vocabulary/noun.ts';
import { isCommonWord } from './common-words.ts';
import { findFieldList } from './find-field-list.ts';
import type { FoundEntity } from './found-entity.ts';
import { pascalName } from './names.ts';
import type { Reading } from './reading.ts';

const verbs = new Set(
  `manage manages managing track tracks tracking store stores storing keep keeps list lists crud catalogue catalog
  rent out register records create`.split(/\s+/),
);

/** Entities under words that the dictionary does not have, where the grammar leaves little doubt. */
export function findUnknown(reading: Reading, nouns: readonly Mention<Noun>[]): FoundEntity[] {
  const taken = new Set(
    [...nouns, ...reading.features].flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, offset) => start + offset),
    ),
  );
  return [...reading.tokens.entries()]
    .filter(([at, token]) => !taken.has(at) && !token.negated && !isCommonWord(token))
    .flatMap(([at, token]) => asEntity(reading, at, token, nouns));
}

function asEntity(
  reading: Reading,
  at: number,
  token: Token,
  nouns: readonly Mention<Noun>[],
): FoundEntity[] {
  const list = token.lower.length > 2 ? findFieldList(reading, at + 1) : undefined;
  const described = list?.sure === true && list.fields.length > 0 && !isTopic(reading, at);
  if (!described && !isListed(reading, at, nouns)) return [];
  const name = pascalName(token.raw);
  return name ? [{ name, noun: null, fields: described ? list.fields : [], at }] : [];
}

/** “a shop: name, price”, “server for drones with …” describe the server and not an entity. */
const isTopic = ({ tokens }: Reading, at: number) =>
  /^(for|для)$/.test(tokens[at - 1]?.lower ?? '') &&
  /api|server|backend|сервер|бэкенд/.test(tokens[at - 2]?.lower ?? '');

/** A plural beside known nouns in a comma list, after a verb of keeping, or what an API is for. */
function isListed({ tokens }: Reading, at: number, nouns: readonly Mention<Noun>[]): boolean {
  const token = tokens[at];
  if (!token || !isPlural(token)) return false;
  const [before, twoBefore] = [tokens[at - 1]?.lower ?? '', tokens[at - 2]?.lower ?? ''];
  if (
    verbs.has(before) ||
    (before === 'for' && /^(crud|api|endpoints|rest|server|backend|service)$/.test(twoBefore))
  )
    return true;
  const next = tokens[at + 1];
  const closes = !next || /[,;.\n]/.test(next.before) || joins.has(next.lower);
  const opens = /[,:\n-]/.test(token.before) || joins.has(before);
  return closes && opens && hasNeighbour(tokens, at, nouns);
}

const joins = new Set(['and', 'or']);

function hasNeighbour(
  tokens: readonly Token[],
  at: number,
  nouns: readonly Mention<Noun>[],
): boolean {
  const near = (other: number) => Math.abs(other - at) <= 2;
  const earlier = tokens[at - (joins.has(tokens[at - 1]?.lower ?? '') ? 2 : 1)];
  return (
    nouns.some(({ start, end }) => near(start) || near(end)) ||
    (earlier !== undefined && isPlural(earlier) && !isCommonWord(earlier))
  );
}

const isPlural = ({ lower, lemma }: Token) =>
  /^[a-z]{4,}$/.test(lower) && lemma !== lower && pluralize.isPlural(lower);
