import { findSecrets } from '../../judges/find-secrets.ts';
import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';

export const secrets: Check = {
  id: 'secrets',
  title: 'secretlint finds no secret in what is generated',
  run: (subject) => inServers(subject, (server) => findSecrets(server.rendered().files)),
};
