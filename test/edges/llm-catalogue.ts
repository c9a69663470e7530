import { readdirSync, readFileSync } from 'node:fs';
import type { CatalogueData } from '../../src/core/manifest/module.ts';
import { Blueprint } from '../../src/core/plan/blueprint.ts';
import { aCatalogue, aModule } from '../builders.ts';

const folder = new URL('../../templates/blueprints/', import.meta.url);

/** The ready models as they ship. */
export const blueprints = readdirSync(folder)
  .toSorted()
  .map((name) => Blueprint.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))));

const plain = { keywords: { en: [], ru: [] } };

const ttl = { type: 'integer', description: 'Minutes.', default: 15, minimum: 1, maximum: 60 };

/** A small catalogue, made by hand so that these tests stand when modules change. */
export const catalogue: CatalogueData = {
  ...aCatalogue(
    aModule('base', { ...plain, always: true }),
    aModule('docker', { ...plain, always: true, labels: ['deploy-docker'] }),
    aModule('crud', { ...plain, labels: ['crud', 'pagination-filter-sort'] }),
    aModule('db-postgres', { ...plain, slot: 'database', provides: { database: '1.0.0' } }),
    aModule('users', plain),
    aModule('auth-password', { ...plain, labels: ['auth-password', 'password-reset'] }),
    aModule('auth-jwt', { ...plain, options: { ttl } }),
    aModule('hello', { keywords: { en: ['hello world'], ru: ['привет мир'] } }),
  ),
  blueprints,
};
