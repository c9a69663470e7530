import type { Finding } from '../../finding.ts';
import { type Expectation, expectationOf, meets } from './expectation.ts';
import { makerOf, newBodies, newPlace } from './things.ts';
import {
  actingAs,
  type Declared,
  everybodyAt,
  isDone,
  type People,
  personOf,
  type Who,
  type World,
} from './world.ts';

/** What one kind of caller was answered at one route. */
export interface Cell {
  where: string;
  access: Declared['access'];
  who: Who;
  expected: Expectation;
  status: number;
  right: boolean;
  /** Whether somebody could do it at all: else only refusals are proved. */
  proven: boolean;
}

interface Tried {
  who: Who;
  expected: Expectation;
  status: number;
  /** What changed although it was refused. */
  damage: string | null;
}

/** Everybody at one route, each with new things of A's. */
export async function checkRoute(world: World, endpoint: Declared) {
  const { method, path, access } = endpoint;
  const where = `${method} ${path}`;
  // Others than those who are tried: what is found out on them may change who they are.
  const choice = await workingBody(world, endpoint, await world.newPeople());
  const trial = { world, endpoint, people: await world.newPeople(), choice };
  const tried: Tried[] = [];
  const everybody = everybodyAt(world.operations.get(where));
  // What an admin does to A's account may make A another person.
  const inOrder = access === 'admin' ? [...everybody].sort(adminLast) : everybody;
  for (const who of inOrder) tried.push(await tryAs(who, trial));
  const ownerStatus = tried.find(({ who }) => who === 'member A')?.status ?? 0;
  const proven = tried.some(({ status }) => status >= 200 && status < 400);
  const cells = tried.map(({ who, expected, status, damage }): Cell => {
    const right = meets(expected, status, ownerStatus) && !damage;
    return { where, access, who, expected, status, right, proven };
  });
  const findings = cells.flatMap((cell, index) =>
    cell.right ? [] : [findingOf(cell, tried[index]?.damage ?? null)],
  );
  return { cells, findings };
}

const adminLast = (a: Who, b: Who) => Number(a === 'admin') - Number(b === 'admin');

interface Trial {
  world: World;
  endpoint: Declared;
  people: People;
  /** Which of the bodies that the schema suggests gets through. */
  choice: number;
}

async function tryAs(who: Who, { world, endpoint, people, choice }: Trial): Promise<Tried> {
  const { access, method, path } = endpoint;
  const place = await newPlace(world, path, people);
  const isPrivate =
    access === 'authenticated' && (await isPrivateTo(world, path, place.id, people));
  const mayAsk = world.operations.get(`${method} ${path}`)?.mayTakeProof ?? false;
  const expected = expectationOf({ access, who, aboutA: place.id !== null, isPrivate, mayAsk });
  const refused = !['allowed', 'answered', 'any'].includes(expected);
  const read = async () =>
    refused && method !== 'GET' ? readThing(world, path, place.id, people) : null;
  const before = await read();
  // What B or an admin writes refers to what is theirs: the thing itself is A's.
  const asOwner = actingAs(people, who);
  const ask = async () => {
    const body = (await newBodies(world, `${method} ${path}`, asOwner))[choice];
    return (await world.ask(method, place.path, personOf(people, who), body)).status;
  };
  let status = await ask();
  // Once in a while a drawn value is none that the server takes; that says nothing of who asks.
  for (let tries = 1; status === 400 && tries < 3; tries += 1) status = await ask();
  const after = await read();
  return { who, expected, status, damage: before === after ? null : `${before} became ${after}` };
}

/** Which body gets through for somebody who may do it; the plainest one when none does. */
async function workingBody(world: World, { method, path }: Declared, people: People) {
  const where = `${method} ${path}`;
  const { length } = await newBodies(world, where, people);
  for (let choice = 0; choice < length; choice += 1) {
    const place = await newPlace(world, path, people);
    const body = (await newBodies(world, where, people))[choice];
    const answer = await world.ask(method, place.path, people[makerOf(world, where)], body);
    if (isDone(answer)) return choice;
  }
  return 0;
}

/** The collection of the first parameter: `/orders/:id/managed` -> `/orders`. */
const collectionOf = (path: string) => path.slice(0, path.indexOf('/:'));

/** The thing as A (or an admin) sees it: by its own route, or in the list. */
async function readThing(world: World, path: string, id: string | null, people: People) {
  if (id === null || !path.includes('/:')) return null;
  const collection = collectionOf(path);
  for (const by of [people['member A'], people.admin]) {
    const one = await world.ask('GET', `${collection}/${id}`, by);
    if (isDone(one)) return one.text;
    const listed = itemIn((await world.ask('GET', collection, by)).body, id);
    if (listed) return JSON.stringify(listed);
  }
  return 'nothing';
}

async function isPrivateTo(world: World, path: string, id: string | null, people: People) {
  if (id === null || !path.includes('/:')) return false;
  const sees = async (who: Who) =>
    itemIn((await world.ask('GET', collectionOf(path), personOf(people, who))).body, id) !==
    undefined;
  return (await sees('member A')) && !(await sees('member B'));
}

export function itemIn(list: unknown, id: string): object | undefined {
  const { items = [] } = (list ?? {}) as { items?: { id?: string }[] };
  return Array.isArray(items) ? items.find((item) => item.id === id) : undefined;
}

function findingOf({ where, access, who, expected, status }: Cell, damage: string | null): Finding {
  const changed = damage ? ` and changes what is A's: ${damage.slice(0, 300)}` : '';
  const what =
    damage && (status === 403 || status === 404 || status === 401)
      ? `It refuses ${who} with ${status}${changed}`
      : `It answers ${status} to ${who}${changed}; declared is \`${access}\`, so it should be ${expected}.`;
  const fix =
    expected === 'allowed'
      ? 'Let them through, or declare another access.'
      : 'Guard the route (requireIdentity, requireAdmin) and limit its queries to the owner.';
  return { check: 'authorization', where, what, fix };
}
