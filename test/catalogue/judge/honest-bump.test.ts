import { describe, expect, it } from 'vitest';
import type { Bump } from '../../../scripts/catalogue/semver/compare-surfaces.ts';
import { dishonesty } from '../../../scripts/catalogue/semver/dishonesty.ts';
import { honestBump } from '../../../scripts/catalogue/semver/honest-bump.ts';

const ttl = { type: 'integer', description: 'Seconds.', default: 60, minimum: 1, maximum: 600 };
const url = {
  name: 'CACHE_URL',
  type: 'url',
  required: false,
  secret: false,
  description: 'Where.',
};
const route = { method: 'GET', path: '/cache', access: 'admin', summary: 'Read it' };
const base = {
  options: {
    ttl,
    store: { type: 'string', description: 'Where.', default: 'a', enum: ['a', 'b'] },
  },
  env: [url],
  endpoints: [route],
  provides: { cache: '1.0.0' },
  conflicts: [{ module: 'other', why: { en: 'Both cache.', ru: 'Оба кешируют.' } }],
  scripts: { warm: 'node warm.ts' },
};
const files = {
  'README.md': '# Cache\n',
  'files/src/modules/cache/index.ts': 'export const a = 1;\nexport const b = 2;\n',
  'files/test/helpers/fill.ts': 'export const fill = 1;\n',
  'files/test/modules/cache/a.test.ts': 'it();\n',
  'files/migrations/cache.sql': 'create table caches (id uuid primary key, size numeric(4, 2));\n',
};
const contract = `export interface Cache { get(key: string): string; }
declare module 'fastify' { interface FastifyInstance { cache: Cache } }\n`;

interface Given {
  manifest?: object;
  files?: Record<string, string | null>;
  contract?: string;
  version?: string;
}

function state(given: Given = {}) {
  const all = Object.entries({ ...files, ...given.files });
  const sotacode = { ...base, ...given.manifest };
  const text = JSON.stringify({ version: given.version ?? '1.0.0', sotacode });
  return {
    files: new Map([
      ...all.filter((each): each is [string, string] => each[1] !== null),
      ['package.json', text] as const,
    ]),
    contracts: new Map([['cache.ts', given.contract ?? contract]]),
  };
}

const index = 'files/src/modules/cache/index.ts';
const sql = 'files/migrations/cache_2.sql';
const options = (changes: object) => ({ manifest: { options: { ...base.options, ...changes } } });
const withSql = (text: string): Given => ({ files: { [sql]: text } });

const cases: [what: string, given: Given, bump: Bump][] = [
  ['nothing', {}, 'none'],
  ['the version', { version: '1.0.1' }, 'none'],
  ['the changelog', { files: { 'CHANGELOG.md': '# x' } }, 'none'],
  ['the README', { files: { 'README.md': '# Other\n' } }, 'patch'],
  ['code inside', { files: { [index]: `${files[index]}// why\n` } }, 'patch'],
  ['a test added', { files: { 'files/test/modules/cache/b.test.ts': 'it();' } }, 'patch'],
  ['a test removed', { files: { 'files/test/modules/cache/a.test.ts': null } }, 'patch'],
  [
    'a file that became a template',
    {
      files: {
        [index]: null,
        'templates/src/modules/cache/index.ts.hbs':
          'export const a = 1;\n{{#if has.redis}}\nexport const b = 2;\n{{/if}}\n',
      },
    },
    'patch',
  ],
  ['an option added', options({ extra: ttl }), 'minor'],
  ['an option removed', { manifest: { options: { ttl } } }, 'major'],
  ['an option of another type', options({ ttl: { ...ttl, type: 'string' } }), 'major'],
  ['another default', options({ ttl: { ...ttl, default: 30 } }), 'major'],
  ['an option widened', options({ ttl: { ...ttl, maximum: 900 } }), 'minor'],
  ['an option narrowed', options({ ttl: { ...ttl, maximum: 100 } }), 'major'],
  ['a bound added', options({ store: { ...base.options.store, enum: ['a'] } }), 'major'],
  ['a value added', options({ store: { ...base.options.store, enum: ['a', 'b', 'c'] } }), 'minor'],
  ['an option explained', options({ ttl: { ...ttl, description: 'In seconds.' } }), 'patch'],
  ['a variable added', { manifest: { env: [url, { ...url, name: 'A' }] } }, 'minor'],
  [
    'a needed variable added',
    { manifest: { env: [url, { ...url, name: 'A', required: true }] } },
    'major',
  ],
  ['a variable removed', { manifest: { env: [] } }, 'major'],
  ['a variable now needed', { manifest: { env: [{ ...url, required: true }] } }, 'major'],
  ['a variable of another default', { manifest: { env: [{ ...url, default: 'x' }] } }, 'major'],
  ['a route added', { manifest: { endpoints: [route, { ...route, method: 'PUT' }] } }, 'minor'],
  ['a route removed', { manifest: { endpoints: [] } }, 'major'],
  ['a route for others', { manifest: { endpoints: [{ ...route, access: 'public' }] } }, 'major'],
  ['a route in other words', { manifest: { endpoints: [{ ...route, summary: 'Look' }] } }, 'patch'],
  ['a capability added', { manifest: { provides: { cache: '1.0.0', lock: '1.0.0' } } }, 'minor'],
  ['a capability removed', { manifest: { provides: {} } }, 'major'],
  ['a capability grown', { manifest: { provides: { cache: '1.1.0' } } }, 'minor'],
  ['a capability changed', { manifest: { provides: { cache: '2.0.0' } } }, 'major'],
  [
    'a conflict added',
    { manifest: { conflicts: [...base.conflicts, { module: 'x', why: { en: 'y', ru: 'y' } }] } },
    'major',
  ],
  ['a conflict removed', { manifest: { conflicts: [] } }, 'minor'],
  ['a script removed', { manifest: { scripts: {} } }, 'major'],
  ['a table added', withSql('create table more (id uuid);'), 'minor'],
  [
    'a column added',
    withSql('alter table caches add column "ttl" integer not null default 1;'),
    'minor',
  ],
  ['a column dropped', withSql('alter table caches drop column size;'), 'major'],
  ['a column renamed', withSql('alter table caches rename column size to bytes;'), 'major'],
  ['a column of another type', withSql('alter table caches alter column size type text;'), 'major'],
  ['a table dropped', withSql('drop table caches;'), 'major'],
  ['a table renamed', withSql('alter table caches rename to stores;'), 'major'],
  [
    'a released migration changed',
    { files: { 'files/migrations/cache.sql': `-- x\n${files['files/migrations/cache.sql']}` } },
    'major',
  ],
  ['an export added', { files: { [index]: `${files[index]}export const c = 3;\n` } }, 'minor'],
  ['an export removed', { files: { [index]: 'export const a = 1;\n' } }, 'major'],
  [
    'a helper of tests removed',
    { files: { 'files/test/helpers/fill.ts': 'export {};\n' } },
    'major',
  ],
  [
    'a contract grown',
    { contract: contract.replace('get(', 'has(key: string): boolean; get(') },
    'minor',
  ],
  ['a contract changed', { contract: contract.replace('key: string', 'key: number') }, 'major'],
  ['a contract reflowed', { contract: contract.replaceAll(' ', '  ') }, 'none'],
  ['a file added', { files: { 'files/src/modules/cache/b.ts': 'const b = 1;\n' } }, 'minor'],
  ['a file removed', { files: { 'files/test/helpers/fill.ts': null } }, 'major'],
];

describe('the honest bump for', () => {
  it.each(cases)('%s', (_, given, bump) => {
    const found = honestBump(state(), state(given));
    expect(found.bump).toBe(bump);
    expect(found.reasons.length > 0).toBe(bump !== 'none');
  });
});

describe('a version is refused', () => {
  const versions = (present: string, pending: Bump, honest: Bump) =>
    dishonesty({ released: '1.2.3', present, pending, honest });

  it.each<[string, Bump, Bump]>([
    ['1.2.3', 'none', 'patch'],
    ['1.2.3', 'patch', 'minor'],
    ['1.2.3', 'minor', 'major'],
    ['1.2.4', 'none', 'minor'],
    ['1.2.2', 'none', 'none'],
  ])('%s with a changeset of %s where %s is honest', (present, pending, honest) => {
    expect(versions(present, pending, honest)).toContain(present);
  });

  it.each<[string, Bump, Bump]>([
    ['1.2.3', 'none', 'none'],
    ['1.2.3', 'patch', 'patch'],
    ['1.2.3', 'major', 'minor'],
    ['1.3.0', 'none', 'minor'],
    ['2.0.0', 'none', 'major'],
    ['1.2.4', 'minor', 'minor'],
  ])('not: %s with a changeset of %s where %s is honest', (present, pending, honest) => {
    expect(versions(present, pending, honest)).toBeNull();
  });
});
