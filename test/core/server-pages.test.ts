import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { fillTemplate } from '../../src/core/render/template.ts';
import { aPlan } from '../builders.ts';
import { rendered } from '../servers/render-to.ts';

const page = (path: string, ids: string[]) => rendered(aPlan(ids)).files.get(path) ?? '';
const section = (title: string, ids: string[]) =>
  page('README.md', ids).split(`\n## ${title}\n`)[1]?.split('\n## ')[0];

it('tells what a server needs where it serves people', () => {
  const deploy = section('Deploy', ['auth-password']);
  expect(deploy).toContain('docker compose up --build');
  expect(deploy).toContain('- Set `JWT_SECRET`');
  expect(deploy).toContain('- Compose starts postgres and sets `DATABASE_URL` itself.');
  expect(deploy).toContain('set `TRUST_PROXY`');
  expect(deploy).toContain('everybody shares one rate limit');
  expect(section('Deploy', [])).not.toMatch(/JWT_SECRET|DATABASE_URL/);
});

it.each([
  [undefined, '–\n'],
  ['', '–\n'],
  [0, '`0`\n'],
  [false, '`false`\n'],
])('shows the default %j as %j', (value, text) => {
  expect(fillTemplate('{{code value}}', { value })).toBe(text);
});

it('leaves no empty code in tables', () => {
  expect(page('README.md', ['auth-password'])).not.toMatch(/\| `` \|/);
});

it('names in .env.example also what only compose asks for', () => {
  expect(page('.env.example', ['db-postgres'])).toContain('\n# POSTGRES_PASSWORD=\n');
  expect(page('.env.example', [])).not.toContain('POSTGRES_PASSWORD');
});

it('has compose give a server time to finish, and bound a Redis that keeps nothing', () => {
  const { services, volumes } = parse(page('compose.yaml', ['cache']));
  expect(services.server.stop_grace_period).toBe('30s');
  expect(services.redis.command.join(' ')).toBe(
    'redis-server --save  --maxmemory 256mb --maxmemory-policy volatile-lru',
  );
  expect(services.redis.volumes).toBeUndefined();
  expect(volumes).toBeUndefined();
});
