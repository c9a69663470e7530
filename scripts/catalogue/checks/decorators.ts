import type { Check } from '../check.ts';
import { type Bearer, contractMembers } from '../contracts/contract-members.ts';
import type { Finding } from '../finding.ts';
import { inServers } from '../server/in-servers.ts';
import type { RenderedServer } from '../server/rendered-server.ts';
import type { Subject } from '../subject.ts';

const calls: Record<Bearer, string> = {
  instance: 'app.decorate',
  request: 'app.decorateRequest',
  reply: 'app.decorateReply',
};

export const decorators: Check = {
  id: 'decorators',
  title: 'the started server has what the contracts of its capabilities promise',
  run: async (subject) => {
    if (Object.keys(subject.module.manifest.provides).length === 0) {
      return subject.skip('it provides no capability');
    }
    return inServers(subject, (server) => missing(server, subject));
  },
};

async function missing(server: RenderedServer, { module }: Subject): Promise<Finding[]> {
  const { inside } = await server.start();
  const { files } = server.rendered();
  return Object.keys(module.manifest.provides).flatMap((capability) => {
    const path = `src/contracts/${capability}.ts`;
    const promised = Object.entries(contractMembers(path, files.get(path) ?? ''));
    return promised.flatMap(([bearer, names]) =>
      names
        .filter((name) => !inside.decorators[bearer as Bearer].includes(name))
        .map((name) => ({
          check: 'decorators',
          where: `${path} (${server.name})`,
          what: `the ${bearer} has no ${name}`,
          fix: `${calls[bearer as Bearer]}('${name}', …) in a plugin that fastify-plugin wraps`,
        })),
    );
  });
}
