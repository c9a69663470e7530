import { findSecrets } from '../../judges/find-secrets.ts';
import type { Check } from '../check.ts';
import { inTurn } from '../server/in-turn.ts';

export const secrets: Check = {
  id: 'secrets',
  title: 'secretlint finds no secret in what is generated',
  run: async (subject) =>
    (await inTurn(subject.servers(), (server) => findSecrets(server.rendered().files))).flat(),
};
