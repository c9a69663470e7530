import { checkLockfile } from '../../judges/check-lockfile.ts';
import type { Check } from '../check.ts';
import { inTurn } from '../server/in-turn.ts';

export const lockfile: Check = {
  id: 'lockfile',
  title: 'lockfile-lint finds only packages of npm, each with its hash',
  run: async (subject) =>
    (
      await inTurn(subject.servers(), async (server) => checkLockfile(await server.folder()))
    ).flat(),
};
