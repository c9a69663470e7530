import type { Check } from '../check.ts';
import type { Declared } from '../drive/authorization/world.ts';
import type { Person } from '../drive/person.ts';
import { drivenServer } from '../server/driven.ts';

const shown = 3;

/** Asked last: it judges what the server logged while it was driven. */
export const logs: Check = {
  id: 'logs',
  title: 'its log holds nothing that signs somebody in',
  run: async (subject) => {
    const server = drivenServer(subject);
    if (!server) return subject.skip('it has no routes');
    const { url, signIn, proofs, output } = await server.drive();
    const { endpoints } = server.rendered();
    if (!signIn) return subject.skip('its server has no people');
    await askOnce(url, endpoints, await signIn('member'));
    const told = output()
      .split('\n')
      .flatMap((line) => {
        const proof = proofs().find((each) => line.includes(each));
        return proof ? [line.replaceAll(proof, '…').replace(/^.*"msg":/, 'msg: ')] : [];
      });
    return [...new Set(told)].slice(0, shown).map((line) => ({
      check: 'logs',
      where: `the log of the server "${server.name}"`,
      what: `a line holds what signs somebody in: ${line.slice(0, 300)}`,
      fix: 'log ids, never a token, a cookie or a header that carries one',
    }));
  },
};

/** Each route that can be read without knowing an id. */
async function askOnce(url: string, endpoints: readonly Declared[], { headers }: Person) {
  const plain = endpoints.filter(({ method, path }) => method === 'GET' && !path.includes(':'));
  for (const { path } of plain) await (await fetch(`${url}${path}`, { headers })).arrayBuffer();
}
