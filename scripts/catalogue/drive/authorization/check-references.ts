import type { Finding } from '../../finding.ts';
import { newBodies, newReferences, referredBy } from './things.ts';
import { isDone, type People, type World } from './world.ts';

/** Nobody hangs what is theirs under something of another's that they may not even read. */
export async function checkReferences(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { method, path, access } of world.declared.values()) {
    if (method !== 'POST' || access === 'admin' || path.includes(':')) continue;
    const people = await world.newPeople();
    const names = Object.keys(await newReferences(world, `POST ${path}`, people));
    for (const name of names.filter((each) => isSecret(world, path, each)))
      findings.push(...(await hangUnder(world, path, name, people)));
  }
  return findings;
}

/** Whether only its owner may read what the property names. */
function isSecret(world: World, path: string, name: string): boolean {
  const parent = referredBy(world, path, name);
  return world.declared.get(`GET ${parent}/:id`)?.access === 'owner';
}

async function hangUnder(world: World, path: string, name: string, people: People) {
  const where = `POST ${path}`;
  const ofB = { ...people, 'member A': people['member B'] };
  const { [name]: id } = await newReferences(world, where, people);
  for (const body of await newBodies(world, where, ofB)) {
    const answer = await world.ask('POST', path, people['member B'], { ...body, [name]: id });
    if (!isDone(answer)) continue;
    const what = `B may set ${name} to a thing of A's that B cannot read (${answer.status}).`;
    const fix = `Check that the caller may read what ${name} names.`;
    return [{ check: 'authorization', where, what, fix }];
  }
  return [];
}
