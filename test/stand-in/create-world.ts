import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Permissions, World } from './world.ts';

interface Manifest {
  default_permissions: Permissions;
  default_events: string[];
}

/** The App is registered from its own manifest: it may do and hear no more than that says. */
const manifest = parse(readFileSync(new URL('../../app.yml', import.meta.url), 'utf8')) as Manifest;

export const rateLimit = 5000;

export function createWorld(): World {
  let id = 1000;
  return {
    app: {
      ...{ id: 4242, slug: 'sotacode', secret: 'stand-in-secret', ...createKeys() },
      ...{ permissions: manifest.default_permissions, events: manifest.default_events },
    },
    bot: { id: 99, login: 'sotacode[bot]', type: 'Bot' },
    installation: 77,
    ...{ url: '', webhookUrl: '' },
    ...{ users: new Map(), repositories: new Map(), tokens: new Map() },
    ...{ requests: [], faults: [], deliveries: [], pendingApps: [] },
    ...{ routes: [], breaches: [] },
    outbox: new Set(),
    limits: { remaining: rateLimit, reset: inAnHour(), secondary: null },
    nextId: () => {
      id += 1;
      return id;
    },
  };
}

export const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;

export const createKeys = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
