import type { Finding } from '../../finding.ts';
import { itemIn } from './check-route.ts';
import { makerOf, makeThing } from './things.ts';
import { personOf, type Who, type World } from './world.ts';

/** What is A's (or the admin's who made it) never stands in B's list; and the maker's own list shows it. */
export async function checkLists(world: World): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const { method, path, access } of world.declared.values()) {
    if (method !== 'GET' || access !== 'owner' || path.includes(':')) continue;
    const people = await world.newPeople();
    const id = await makeThing(world, path, people);
    if (!id) continue;
    const where = `GET ${path}`;
    const seenBy = async (who: Who) => {
      const { text, body } = await world.ask('GET', path, personOf(people, who));
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
    const maker = makerOf(world, `POST ${path}`);
    if (!(await seenBy(maker)))
      findings.push({
        check: 'authorization',
        where,
        what: `The list of ${maker} does not show what is theirs.`,
        fix,
      });
  }
  return findings;
}
