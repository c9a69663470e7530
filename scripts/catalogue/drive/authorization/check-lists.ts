import type { Finding } from '../../finding.ts';
import { itemIn } from './check-route.ts';
import { makerOf, makeThing } from './things.ts';
import { personOf, type Who, type World } from './world.ts';

/** What is A's (or the admin's who made it) stands in no list of others; and the maker's own list shows it. */
export async function checkLists(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { method, path } of world.declared.values()) {
    if (method !== 'GET' || path.includes(':')) continue;
    findings.push(...(await checkList(world, path)));
  }
  return findings;
}

async function checkList(world: World, path: string): Promise<Finding[]> {
  const where = `GET ${path}`;
  const isPrivate = world.declared.get(where)?.access === 'owner';
  const isOfTenant = world.operations.get(where)?.isOfTenant ?? false;
  if (!isPrivate && !isOfTenant) return [];
  const people = await world.newPeople();
  const id = await makeThing(world, path, people);
  if (!id) return [];
  const seenBy = async (who: Who) => {
    const { text, body } = await world.ask('GET', path, personOf(people, who));
    return itemIn(body, id) !== undefined || text.includes(id);
  };
  const maker = makerOf(world, `POST ${path}`);
  const wrong = [
    isPrivate && (await seenBy('member B')) && `B's list shows what is A's (${id}).`,
    isOfTenant && (await seenBy('outsider')) && `The list of another tenant shows ${id}.`,
    isPrivate && !(await seenBy(maker)) && `The list of ${maker} does not show what is theirs.`,
  ];
  const fix = 'Limit the query of the list to the rows of the caller.';
  return wrong
    .filter((what) => what !== false)
    .map((what) => ({ check: 'authorization', where, what, fix }));
}
