import type { Finding } from '../../finding.ts';
import { itemIn } from './check-route.ts';
import { makeThing } from './things.ts';
import type { World } from './world.ts';

/** What is A's never stands in B's list; and A's own list shows it. */
export async function checkLists(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { method, path, access } of world.declared.values()) {
    if (method !== 'GET' || access !== 'owner' || path.includes(':')) continue;
    const people = await world.newPeople();
    const id = await makeThing(world, path, people);
    if (!id) continue;
    const where = `GET ${path}`;
    const seenBy = async (who: 'member A' | 'member B') => {
      const { text, body } = await world.ask('GET', path, people[who]);
      return itemIn(body, id) !== undefined || text.includes(id);
    };
    const fix = 'Limit the query of the list to the rows of the caller.';
    if (await seenBy('member B'))
      findings.push({
        check: 'authorization',
        where,
        what: `B's list shows what is A's (${id}).`,
        fix,
      });
    if (!(await seenBy('member A')))
      findings.push({
        check: 'authorization',
        where,
        what: `A's list does not show what is A's.`,
        fix,
      });
  }
  return findings;
}
