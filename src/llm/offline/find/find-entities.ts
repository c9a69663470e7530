import type { Mention } from '../text/phrases.ts';
import type { Noun } from '../vocabulary/noun.ts';
import { type FieldList, findFieldList, findLaterFieldList } from './find-field-list.ts';
import { findNouns } from './find-nouns.ts';
import { findUnknown } from './find-unknown.ts';
import type { FoundEntity, FoundRelation } from './found-entity.ts';
import type { Reading } from './reading.ts';

export interface FoundEntities {
  entities: FoundEntity[];
  relations: FoundRelation[];
}

/** What the request wants kept, with the fields and relations that it names. */
export function findEntities(reading: Reading): FoundEntities {
  const mentions = findNouns(reading).filter((mention) => !isTopic(reading, mention));
  const lists = new Map(mentions.map((mention) => [mention, listOf(reading, mention, mentions)]));
  const inLists = (at: number) =>
    [...lists].some(([mention, list]) => {
      const offset = reading.tokens[at]?.start ?? 0;
      const from = reading.tokens[mention.end]?.start ?? Number.POSITIVE_INFINITY;
      return list?.sure === true && offset >= from && offset <= list.end;
    });
  const known = mentions
    .filter(({ start }) => !inLists(start))
    .map((mention) => fromMention(mention, lists.get(mention)));
  const entities = mergeByName([
    ...known,
    ...findUnknown(reading, mentions).filter(({ at }) => !inLists(at)),
  ]);
  return { entities, relations: childRelations(mentions, lists, entities) };
}

function fromMention({ means, start }: Mention<Noun>, list: FieldList | undefined): FoundEntity {
  return { name: means.name, noun: means, fields: list?.sure ? list.fields : [], at: start };
}

/** The mention with the most fields wins; the place of the first stays. */
function mergeByName(found: readonly FoundEntity[]): FoundEntity[] {
  const byName = new Map<string, FoundEntity>();
  for (const entity of found) {
    const before = byName.get(entity.name);
    if (!before) byName.set(entity.name, entity);
    else if (entity.fields.length > before.fields.length)
      byName.set(entity.name, { ...before, fields: entity.fields });
  }
  return [...byName.values()].toSorted((a, b) => a.at - b.at);
}

function childRelations(
  mentions: readonly Mention<Noun>[],
  lists: ReadonlyMap<Mention<Noun>, FieldList | undefined>,
  entities: readonly FoundEntity[],
): FoundRelation[] {
  const names = new Set(entities.map(({ name }) => name));
  return mentions
    .flatMap((mention) =>
      (lists.get(mention)?.children ?? []).map((child) => ({
        from: mention.means.name,
        to: child.name,
      })),
    )
    .filter(({ from, to }) => from !== to && names.has(from) && names.has(to));
}

/** “API for a warehouse: products, suppliers” is about products and suppliers. */
function isTopic({ text, tokens }: Reading, { start, end }: Mention<Noun>): boolean {
  const follows = text.slice(tokens[end - 1]?.end).trimStart();
  return /^(for|для)$/.test(tokens[start - 1]?.lower ?? '') && follows.startsWith(':');
}

/** The list behind the noun, or further on in a sentence of which it is the subject. */
function listOf(
  reading: Reading,
  mention: Mention<Noun>,
  all: readonly Mention<Noun>[],
): FieldList | undefined {
  const sentenceOf = ({ start }: Mention<Noun>) => reading.tokens[start]?.sentence;
  const isSubject = all.find((other) => sentenceOf(other) === sentenceOf(mention)) === mention;
  return (
    findFieldList(reading, mention.end) ??
    (isSubject ? findLaterFieldList(reading, mention.end) : undefined)
  );
}
