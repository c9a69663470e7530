import { checkLockfile } from '../../judges/check-lockfile.ts';
import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';

export const lockfile: Check = {
  id: 'lockfile',
  title: 'lockfile-lint finds only packages of npm, each with its hash',
  run: (subject) => inServers(subject, async (server) => checkLockfile(await server.folder())),
};
