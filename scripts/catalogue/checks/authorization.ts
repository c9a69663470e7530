import type { Check } from '../check.ts';
import { authorizationMatrix } from '../drive/authorization/authorization-matrix.ts';
import { drivenServer } from '../server/driven.ts';

export const authorization: Check = {
  id: 'authorization',
  title: 'nobody, two members and an admin get what is declared, and no more',
  run: async (subject) => {
    const server = drivenServer(subject);
    if (!server) return subject.skip('it has no routes');
    const { url, document, signIn } = await server.drive();
    if (!signIn) return subject.skip('its server has no people');
    const { endpoints } = server.rendered();
    const { relations } = server.plan;
    return (await authorizationMatrix({ url, document, signIn, endpoints, relations })).findings;
  },
};
