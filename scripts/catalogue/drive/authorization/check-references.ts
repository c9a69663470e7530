import type { Finding } from '../../finding.ts';
import { newBodies, newReferences, referredBy } from './things.ts';
import { actingAs, isDone, type People, personOf, type Who, type World } from './world.ts';

/**
 * Nobody hangs what is theirs under something of another's that they may not even read, or of
 * another tenant.
 */
export async function checkReferences(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { method, path, access } of world.declared.values()) {
    if (method !== 'POST' || access === 'admin' || path.includes(':')) continue;
    const people = await world.newPeople();
    const names = Object.keys(await newReferences(world, `POST ${path}`, people));
    for (const name of names) {
      if (isSecret(world, path, name))
        findings.push(...(await hangUnder({ world, path, name, people, who: 'member B' })));
      if (isOfTenant(world, path, name))
        findings.push(...(await hangUnder({ world, path, name, people, who: 'outsider' })));
    }
  }
  return findings;
}

/** Whether only its owner may read what the property names. */
function isSecret(world: World, path: string, name: string): boolean {
  const parent = referredBy(world, path, name);
  return world.declared.get(`GET ${parent}/:id`)?.access === 'owner';
}

function isOfTenant(world: World, path: string, name: string): boolean {
  const parent = referredBy(world, path, name);
  return world.operations.get(`GET ${parent}/:id`)?.isOfTenant ?? false;
}

interface Hanging {
  world: World;
  path: string;
  name: string;
  people: People;
  who: Who;
}

async function hangUnder({ world, path, name, people, who }: Hanging) {
  const where = `POST ${path}`;
  const { [name]: id } = await newReferences(world, where, people);
  for (const body of await newBodies(world, where, actingAs(people, who))) {
    const answer = await world.ask('POST', path, personOf(people, who), { ...body, [name]: id });
    if (!isDone(answer)) continue;
    const what = `${who} may set ${name} to a thing of A's that ${who} cannot read (${answer.status}).`;
    const fix = `Check that the caller may read what ${name} names.`;
    return [{ check: 'authorization', where, what, fix }];
  }
  return [];
}
