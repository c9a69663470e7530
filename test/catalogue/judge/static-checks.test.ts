import { describe, expect, it } from 'vitest';
import { staticChecks } from '../../../scripts/catalogue/checks.ts';
import { judge } from '../../../scripts/catalogue/judge.ts';
import { aCopy, type Edits, manifestWith, packageWith } from './a-copy.ts';

const plugin = 'files/src/modules/hello/index.ts';
const put = (text: string) => () => text;
const without = (part: string | RegExp) => (text: string) => text.replaceAll(part, '');

/** A check, what is wrong with the module, how it came to be, and what is to be said of it. */
const cases: [check: string, wrong: string, edits: Edits, says: string][] = [
  ['manifest', 'no title', { 'package.json': manifestWith({ title: '' }) }, 'title'],
  ['manifest', 'broken JSON', { 'package.json': put('{') }, 'JSON'],
  [
    'manifest',
    'no Russian keywords',
    { 'package.json': manifestWith({ keywords: { en: ['hello'], ru: ['hello'] } }) },
    'keywords.ru',
  ],
  [
    'manifest',
    'the name of another',
    { 'package.json': packageWith({ name: '@sotacode/x' }) },
    'x',
  ],
  ['manifest', 'no licence', { 'package.json': packageWith({ license: '' }) }, 'license'],
  ['manifest', 'a plugin that is not there', { [plugin]: null }, 'does not exist'],
  ['manifest', 'a plugin that exports nothing', { [plugin]: put('') }, 'default export'],
  [
    'manifest',
    'a requirement that nobody meets',
    { 'package.json': manifestWith({ requires: [{ capability: 'magic' }] }) },
    'magic',
  ],
  [
    'manifest',
    'a requirement of a version to come',
    { 'package.json': manifestWith({ requires: [{ capability: 'config', version: '^9.0.0' }] }) },
    'config ^9.0.0',
  ],
  [
    'manifest',
    'an optional capability that nobody knows',
    { 'package.json': manifestWith({ optional: [{ capability: 'magic' }] }) },
    'magic',
  ],
  [
    'manifest',
    'a conflict with nobody',
    {
      'package.json': manifestWith({
        conflicts: [{ module: 'nobody', why: { en: 'No.', ru: 'Нет.' } }],
      }),
    },
    'nobody',
  ],
  [
    'manifest',
    'a default that the option refuses',
    {
      'package.json': manifestWith({
        options: { size: { type: 'integer', description: 'Size.', default: 9, maximum: 5 } },
      }),
    },
    'size',
  ],
  [
    'manifest',
    'conditions of nothing',
    { 'package.json': manifestWith({ filesWhen: { 'src/nothing.ts': 'magic=1' } }) },
    'src/nothing.ts',
  ],
  [
    'manifest',
    'a condition on no option',
    { 'package.json': manifestWith({ packagesWhen: { typebox: 'magic=1' } }) },
    'magic=1',
  ],
  ['readme', 'no Russian page', { 'README.ru.md': null }, 'no such page'],
  [
    'readme',
    'no first paragraph',
    { 'README.md': without(/^The smallest[\s\S]*?\n\n/gm) },
    'paragraph',
  ],
  ['readme', 'no section', { 'README.md': without('## Security notes\n') }, 'Security notes'],
  [
    'readme',
    'a variable left out',
    { 'README.ru.md': without('HELLO_GREETING') },
    'HELLO_GREETING',
  ],
  ['readme', 'a route left out', { 'README.md': without('GET /hello') }, 'GET /hello'],
  [
    'readme',
    'an option left out',
    {
      'package.json': manifestWith({
        options: { size: { type: 'integer', description: 'Size.', default: 1 } },
      }),
    },
    'size',
  ],
  ['changelog', 'nothing of this version', { 'CHANGELOG.md': without('## 1.0.0') }, '1.0.0'],
  ['changelog', 'a title alone', { 'CHANGELOG.md': put('# hello\n\n## 1.0.0\n') }, '1.0.0'],
  [
    'imports',
    'another module',
    { [plugin]: (text) => `import '../users/table.ts';\n${text}` },
    'src/modules/users/table.ts',
  ],
  [
    'imports',
    'the App',
    { [plugin]: (text) => `import '../../../../../../src/index.ts';\n${text}` },
    'index.ts',
  ],
  [
    'imports',
    'code of a contract',
    { [plugin]: (text) => `import { roles } from '../../contracts/users.ts';\n${text}` },
    'contracts/users.ts',
  ],
  [
    'imports',
    'another module as a package',
    { [plugin]: (text) => `import '@sotacode/users';\n${text}` },
    '@sotacode/users',
  ],
  [
    'imports',
    'the inside of another module in its tests',
    { 'files/test/modules/hello/x.test.ts': put("import '../../../src/modules/users/table.ts';") },
    'src/modules/users/table.ts',
  ],
  ['imports', 'a file of the skeleton', { 'files/src/app.ts': put('') }, 'the skeleton'],
  [
    'dependencies',
    'a package that it does not declare',
    { [plugin]: (text) => `import 'ioredis';\n${text}` },
    'ioredis',
  ],
  [
    'dependencies',
    'a package that it does not use',
    {
      'package.json': packageWith({
        dependencies: { 'fastify-plugin': '^6.0.1', typebox: '^1.4.3', jose: '^6.2.17' },
      }),
    },
    'jose',
  ],
  [
    'contracts',
    'a capability without a contract',
    { 'package.json': manifestWith({ provides: { greetings: '1.0.0' } }) },
    'greetings',
  ],
  [
    'env',
    'a variable that nobody reads',
    { [plugin]: without('HELLO_GREETING: Type.String') },
    'HELLO_GREETING',
  ],
  [
    'env',
    'a variable that it does not declare in code that is a template',
    {
      'templates/src/modules/hello/late.ts.hbs': put(
        '{{#if has.redis}}\nexport const late = process.env.HELLO_LATE;\n{{/if}}\n',
      ),
    },
    'HELLO_LATE',
  ],
  [
    'env',
    'a variable that it does not declare',
    { [plugin]: (text) => `${text}\nexport const a = process.env.HELLO_SECRET;\n` },
    'HELLO_SECRET',
  ],
  [
    'migrations',
    'a migration that is not there',
    { 'package.json': manifestWith({ migrations: ['greetings'] }) },
    'migrations/greetings.sql',
  ],
];

const ids = staticChecks.map(({ id }) => id);

it('finds nothing wrong with hello', async () => {
  expect(await judge({ from: await aCopy('hello'), checks: ids })).toEqual([]);
});

describe('finds', () => {
  it.each(cases)('%s: %s', async (check, _, edits, says) => {
    const found = await judge({ from: await aCopy('hello', edits), checks: [check] });
    expect(found.map((each) => `${each.where} ${each.what}`).join('\n')).toContain(says);
    expect(found.every((each) => each.check === check && each.fix !== '')).toBe(true);
  });
});

it('finds a migration that is not declared', async () => {
  const found = await judge({
    from: await aCopy('users', { 'package.json': manifestWith({ migrations: [] }) }),
    checks: ['migrations'],
  });
  expect(found).toMatchObject([{ where: 'modules/users/files/migrations/users.sql' }]);
});

it('says that a module is unknown', async () => {
  expect(await judge({ ids: ['nobody'], checks: ids })).toMatchObject([
    { where: 'modules/nobody/package.json', what: 'there is no such module' },
  ]);
});
