import pluralize from 'pluralize';
import { words } from '../../../../src/core/render/entities/names.ts';
import { type Body, bodiesOf, bodySchema, type References, referenceNames } from './bodies.ts';
import { isDone, type People, type World } from './world.ts';

const deepest = 4;
const unknownId = '01890000-0000-7000-8000-000000000000';

/** The id of a new thing of a collection (`/orders`): A's, where a thing can be somebody's. */
export async function makeThing(
  world: World,
  collection: string,
  people: People,
  depth = 0,
): Promise<string | null> {
  const where = `POST ${collection}`;
  if (depth > deepest || !world.operations.has(where)) return findThing(world, collection, people);
  const by = people[makerOf(world, where)];
  for (const body of await newBodies(world, where, people, depth)) {
    const answer = await world.ask('POST', collection, by, body);
    const { id } = (answer.body ?? {}) as Body;
    if (isDone(answer) && typeof id === 'string') return id;
  }
  return findThing(world, collection, people);
}

/** Who does a thing first: A, unless only admins may. */
export const makerOf = (world: World, where: string) =>
  world.declared.get(where)?.access === 'admin' ? 'admin' : 'member A';

/** Bodies that a route may accept, the plainest first, with references to new things of A's. */
export async function newBodies(
  world: World,
  where: string,
  people: People,
  depth = 0,
): Promise<Body[]> {
  const operation = world.operations.get(where);
  if (!operation?.body) return [];
  const { properties = {} } = bodySchema(operation, world.document);
  const { session } = people['member A'];
  const known = Object.fromEntries(
    Object.keys(properties)
      .filter((name) => typeof session[name] === 'string')
      .map((name) => [name, String(session[name])]),
  );
  const references = await newReferences(world, where, people, depth);
  return bodiesOf(operation, world.document, { ...known, ...references });
}

/** Ids of new things for what a body refers to. */
export async function newReferences(world: World, where: string, people: People, depth = 0) {
  const references: References = {};
  const operation = world.operations.get(where);
  if (!operation) return references;
  const names = referenceNames(operation.body?.schema ?? {}, world.document);
  for (const name of new Set(names)) {
    const id = await newReference(world, operation.path, name, people, depth);
    if (id) references[name] = id;
  }
  return references;
}

async function newReference(
  world: World,
  path: string,
  name: string,
  people: People,
  depth: number,
) {
  const collection = referredBy(world, path, name);
  if (collection && collection !== path) return makeThing(world, collection, people, depth + 1);
  return /^(user|owner|member)Id$/.test(name) ? people['member A'].userId : null;
}

/** The collection that a property or parameter names: `orderId` -> `/orders`. */
export function referredBy(world: World, path: string, name: string): string | undefined {
  const declared = world.references.get(`/${path.split('/')[1]} ${name}`);
  if (declared) return declared;
  const label = words(name.replace(/Id$/, ''));
  const plural = pluralize.plural(label.at(-1) ?? '');
  const guess = `/${[...label.slice(0, -1), plural].join('-')}`;
  return ['POST', 'GET'].some((method) => world.operations.has(`${method} ${guess}`))
    ? guess
    : undefined;
}

/** Something that is there without our making: A's own account, or what A is shown in a list. */
async function findThing(world: World, collection: string, people: People) {
  const { admin, 'member A': a } = people;
  if (isDone(await world.ask('GET', `${collection}/${a.userId}`, admin))) return a.userId;
  const { body } = await world.ask('GET', collection, a);
  const { items = [] } = (body ?? {}) as { items?: { id?: string }[] };
  return items[0]?.id ?? null;
}

/** A route's path with new things in the places of its parameters, and the id of the first. */
export async function newPlace(world: World, path: string, people: People) {
  let filled = '';
  let first: string | null | undefined;
  for (const part of path.split('/').slice(1)) {
    const name = /^[:{](\w+)\}?$/.exec(part)?.[1];
    if (!name) {
      filled += `/${part}`;
      continue;
    }
    const nested = referredBy(world, path, name) ?? `/${filled.split('/').at(-1)}`;
    const id = await makeThing(world, first === undefined ? filled : nested, people);
    first = first === undefined ? id : first;
    filled += `/${id ?? unknownId}`;
  }
  return { path: filled, id: first ?? null };
}
