import type { Relation } from '../../../core/plan/relation.ts';
import { nounNamed } from '../vocabulary/nouns.ts';
import type { FoundEntity, FoundRelation } from './found-entity.ts';

/** Rows are often written before these are known, so they may be missing. */
const looseParents = new Set(
  'Category Brand Supplier Genre Publisher Folder Notebook Project Workspace Department Driver Vehicle Album Milestone Region Country City Budget Wallet'.split(
    ' ',
  ),
);

/** Relations of the text first, then those that the dictionary knows between entities at hand. */
export function relate(
  entities: readonly FoundEntity[],
  said: readonly FoundRelation[],
): Relation[] {
  const names = new Set(entities.map(({ name }) => name));
  const usual = entities.flatMap(({ name: to }) =>
    (nounNamed(to)?.belongsTo ?? [])
      .filter((from) => names.has(from))
      .map((from) => ({ from, to })),
  );
  const oneToMany = [...said, ...usual].filter(
    (relation, index, all) => all.findIndex((other) => samePair(other, relation)) === index,
  );
  const many = entities.flatMap(({ name: from }) =>
    (nounNamed(from)?.manyToMany ?? [])
      .filter((to) => names.has(to) && !oneToMany.some((other) => samePair(other, { from, to })))
      .map((to): Relation => ({ kind: 'many-to-many', from, to, required: true })),
  );
  return [...oneToMany.map((relation) => withRequired(relation, oneToMany)), ...many];
}

const samePair = (a: FoundRelation, b: FoundRelation) =>
  (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from);

/** A row with several possible parents, such as a comment on a post or a photo, needs none of them. */
function withRequired({ from, to }: FoundRelation, all: readonly FoundRelation[]): Relation {
  const parents = all.filter((other) => other.to === to && !looseParents.has(other.from));
  const alternatives = parents.length > 1 && to !== 'OrderItem' && to !== 'CartItem';
  return {
    kind: 'one-to-many',
    from,
    to,
    required: !looseParents.has(from) && !(alternatives && shareRole(to)),
  };
}

/** Things that hang on any one of several parents. */
const shareRole = (name: string) =>
  ['Comment', 'Review', 'Rating', 'Like', 'Vote', 'Attachment', 'Favorite', 'Booking'].includes(
    name,
  );
