import { generateKeyPairSync } from 'node:crypto';
import type { World } from './world.ts';

export function createWorld(): World {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  let id = 1000;
  return {
    app: { id: 4242, slug: 'sotacode', secret: 'stand-in-secret', privateKey, publicKey },
    bot: { id: 99, login: 'sotacode[bot]', type: 'Bot' },
    installation: 77,
    url: '',
    users: new Map(),
    repositories: new Map(),
    tokens: new Set(),
    requests: [],
    faults: [],
    nextId: () => {
      id += 1;
      return id;
    },
  };
}
