import { expect, it } from 'vitest';
import { checkModules } from '../../src/core/config/check-modules.ts';
import { permittedModules } from '../../src/core/config/permitted-modules.ts';
import { readRepositoryConfig } from '../../src/core/config/read-repository-config.ts';
import { defaultConfig, RepositoryConfig } from '../../src/core/config/repository-config.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aCatalogue, aModule, aPlan } from '../builders.ts';

/** `line:column detail` of each error. */
const errorsOf = (text: string): string[] => {
  const read = readRepositoryConfig(text);
  if (read.ok) return [];
  return read.problems.map(({ params }) => `${params.line}:${params.column} ${params.detail}`);
};

it.each(['', '\n# nothing yet\n'])('a file with %j asks for nothing', (text) => {
  expect(readRepositoryConfig(text)).toMatchObject({ ok: true, value: { config: defaultConfig } });
});

it('a file says what a team wants', () => {
  const text = `directory: apps/api
base: develop
language: ru
defaults: { database: db-postgres, auth: auth-jwt }
modules: { deny: [hello] }
trigger: { permission: maintain, users: [ann] }
model: gpt-5
draft: true
labels: []
`;
  expect(readRepositoryConfig(text)).toMatchObject({
    value: { config: { directory: 'apps/api', base: 'develop', draft: true, labels: [] } },
  });
});

it.each([
  [
    'a misspelt key',
    'draft: true\ndirectroy: api\n',
    ['2:1 `directroy` is not a key here; did you mean `directory`?'],
  ],
  [
    'an inner key',
    'modules:\n  denny: []\n',
    ['2:3 `denny` is not a key here; did you mean `deny`?'],
  ],
  ['a wrong type', 'draft: maybe\n', ['1:1 `draft` must be a boolean']],
  ['an unknown word', 'language: de\n', ['1:1 `language` must be one of: en, ru']],
  [
    'an item of a list',
    'modules:\n  allow: [hello, B!]\n',
    ['2:18 `modules.allow.1` is not the id of a module'],
  ],
  [
    'a path out of the repository',
    'directory: ../x\n',
    ['1:1 `directory` is not a relative folder such as apps/api'],
  ],
  [
    'two at once',
    'draft: 1\nlabels: 2\n',
    ['1:1 `draft` must be a boolean', '2:1 `labels` must be a list'],
  ],
  ['a list', '- draft\n', ['1:1 must be a map']],
])('%s is told with its place', (_, text, errors) => {
  expect(errorsOf(text)).toEqual(errors);
});

it('broken YAML is told with its place', () => {
  expect(errorsOf('draft: true\nlabels: [a\n')).toEqual([expect.stringMatching(/^3:1 /)]);
});

it('aliases that unfold into a flood are refused', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b]\nlabels: [*c,*c,*c]\n`;
  expect(errorsOf(bomb)).toEqual(['1:1 must be a map']);
});

const catalogue = aCatalogue(
  aModule('base', { always: true }),
  aModule('store', { provides: { database: '1.0.0' }, slot: 'database' }),
  aModule('vault', { provides: { database: '1.0.0' }, slot: 'database', preference: 5 }),
  aModule('notes', { requires: [{ capability: 'database', version: '^1.0.0' }] }),
);

it.each([
  [
    'an unknown module',
    'modules: { deny: [vualt] }',
    'there is no module `vualt`; did you mean `vault`?',
  ],
  [
    'what every server has',
    'modules: { deny: [base] }',
    '`base` is part of every server and cannot be denied',
  ],
  [
    'a default of another kind',
    'defaults: { database: notes }',
    '`notes` is no module for database',
  ],
])('%s is told', (_, text, detail) => {
  const read = readRepositoryConfig(text);
  if (!read.ok) throw new Error('The file should be readable.');
  expect(checkModules(read.value, catalogue)).toMatchObject({
    problems: [{ code: 'config.invalid', params: { detail, line: '1' } }],
  });
});

const configured = (config: object) => permittedModules(catalogue, RepositoryConfig.parse(config));
const chosen = (config: object) => {
  const resolved = resolve(aPlan(['notes']), configured(config).available);
  return resolved.ok
    ? resolved.value.modules.map(({ module }) => module.id).sort()
    : resolved.problems;
};

it('the default of a team wins where the request leaves it open', () => {
  expect(chosen({})).toEqual(['base', 'notes', 'vault']);
  expect(chosen({ defaults: { database: 'store' } })).toEqual(['base', 'notes', 'store']);
});

it('a denied module is never part of a server', () => {
  expect(chosen({ modules: { deny: ['vault'] } })).toEqual(['base', 'notes', 'store']);
  expect(chosen({ modules: { deny: ['vault', 'store'] } })).toMatchObject([
    { code: 'capability.missing' },
  ]);
});

it('only allowed modules may be named, and what they need comes along', () => {
  const { choosable } = configured({ modules: { allow: ['notes'] } });
  expect([...choosable.modules.keys()]).toEqual(['base', 'notes']);
  expect(chosen({ modules: { allow: ['notes'] } })).toEqual(['base', 'notes', 'vault']);
});
