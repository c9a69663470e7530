import type { Finding } from '../../finding.ts';
import { commonTenant, naming } from '../person.ts';
import { newBodies, newPlace } from './things.ts';
import type { Declared, World } from './world.ts';

/** Who names a tenant that they are not in gets no further than a visitor. */
export async function checkTenants(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const endpoint of world.declared.values()) {
    const { method, path, access } = endpoint;
    const where = `${method} ${path}`;
    if (access === 'public' || !world.operations.get(where)?.isOfTenant) continue;
    const status = await statusForIntruder(world, endpoint);
    if (status === 403 || status === 404) continue;
    const what = `It answers ${status} to somebody who names a tenant that they are not in.`;
    const fix = 'Let the route ask for a tenant (requireTenant) before it does anything.';
    findings.push({ check: 'authorization', where, what, fix });
  }
  return findings;
}

async function statusForIntruder(world: World, { method, path }: Declared) {
  const people = await world.newPeople();
  const place = await newPlace(world, path, people);
  const [body] = await newBodies(world, `${method} ${path}`, people);
  const { outsider } = people;
  const intruder = outsider && {
    ...outsider,
    headers: { ...outsider.headers, ...naming(commonTenant) },
  };
  return (await world.ask(method, place.path, intruder, body)).status;
}
