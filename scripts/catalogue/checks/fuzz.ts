import type { Check } from '../check.ts';
import { fuzz as fuzzServer } from '../drive/fuzz/fuzz.ts';
import { drivenServer } from '../server/driven.ts';

const requests = 300;
const seed = 7;

export const fuzz: Check = {
  id: 'fuzz',
  title: 'whatever is sent, what comes back is documented, and no failure of the server',
  run: async (subject) => {
    const server = drivenServer(subject);
    if (!server) return subject.skip('it has no routes');
    const { url, document, signIn } = await server.drive();
    return fuzzServer({ url, document, signIn, requests, seed });
  },
};
