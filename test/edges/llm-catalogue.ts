import { readdirSync, readFileSync } from 'node:fs';
import { Manifest } from '../../src/core/manifest/manifest.ts';
import type { CatalogueData, Module } from '../../src/core/manifest/module.ts';
import { Blueprint } from '../../src/core/plan/blueprint.ts';

const folder = new URL('../../templates/blueprints/', import.meta.url);

/** The ready models as they ship. */
export const blueprints = readdirSync(folder)
  .toSorted()
  .map((name) => Blueprint.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

const moduleOf = (id: string, manifest: Record<string, unknown> = {}): [string, Module] => [
  id,
  {
    id,
    version: '1.0.0',
    description: `The module ${id}.`,
    manifest: Manifest.parse({
      title: id,
      category: 'test',
      keywords: { en: [], ru: [] },
      stability: 'stable',
      since: '2026-01-01',
      ...manifest,
    }),
    dependencies: {},
    devDependencies: {},
    files: new Map(),
    templates: new Map(),
  },
];

const ttl = { type: 'integer', description: 'Minutes.', default: 15, minimum: 1, maximum: 60 };

/** A small catalogue, made by hand so that these tests stand when modules change. */
export const catalogue: CatalogueData = {
  modules: new Map([
    moduleOf('base', { always: true }),
    moduleOf('docker', { always: true, labels: ['deploy-docker'] }),
    moduleOf('crud', { labels: ['crud', 'pagination-filter-sort'] }),
    moduleOf('db-postgres', { slot: 'database', provides: { database: '1.0.0' } }),
    moduleOf('users', { labels: [] }),
    moduleOf('auth-password', { labels: ['auth-password', 'password-reset'] }),
    moduleOf('auth-jwt', { options: { ttl } }),
    moduleOf('hello', { keywords: { en: ['hello world'], ru: ['привет мир'] } }),
  ]),
  skeleton: new Map(),
  templates: new Map(),
  messages: new Map(),
  blueprints,
  npmLock: { lockfileVersion: 3, packages: {} },
};
