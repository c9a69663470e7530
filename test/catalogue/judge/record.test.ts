import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../../scripts/catalogue/judge.ts';
import { openLibrary } from '../../../scripts/catalogue/library.ts';
import { openRecord } from '../../../scripts/catalogue/record/open-record.ts';
import { ownModules } from '../../../scripts/catalogue/repository.ts';
import { newSubject } from '../../../scripts/catalogue/subject.ts';
import { aCopy, edit } from './a-copy.ts';

let root: string;

const inputs = [
  'package-lock.json',
  'scripts/catalogue.ts',
  'scripts/catalogue/checks/readme.ts',
  'scripts/judges/package-lock.json',
  'src/core/render/render.ts',
  'src/registry/read-module.ts',
  'templates/server/src/app.ts',
  'templates/server/.editorconfig',
  'test/e2e/start-server.ts',
  'test/edges/web/openapi-3.1.schema.json',
  'test/laws/laws.ts',
  'test/servers/run-command.ts',
  'docs/catalogue/hello.md',
  '.changeset/some-words.md',
];
/** Files of the module, and of one that its server has besides it. */
const parts = [
  'modules/hello/README.md',
  'modules/hello/files/src/modules/hello/greet.ts',
  'modules/hello/files/test/modules/hello/hello.test.ts',
  'modules/base/files/src/modules/base/index.ts',
  'modules/docker/templates/Dockerfile.hbs',
];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'record-'));
  await cp(ownModules, join(root, 'modules'), { recursive: true });
  for (const path of inputs) {
    await mkdir(join(root, dirname(path)), { recursive: true });
    await writeFile(join(root, path), 'a');
  }
});

async function open(system = 'v24 linux x64') {
  const library = await openLibrary([join(root, 'modules')]);
  const module = library.catalogue.modules.get('hello');
  const folder = join(root, 'modules/hello');
  if (!module) throw new Error('hello is not there');
  const work = join(root, 'work');
  const subject = newSubject({ module, folder, catalogue: library.catalogue, work });
  const record = openRecord({ library, work, remember: true, root, system });
  return {
    keep: () => record.keep(subject, new Set(['readme'])),
    passed: async () => [...(await record.passed(subject))],
  };
}

describe('a module is judged again', () => {
  it.each([...inputs, ...parts])('when one byte of %s changes', async (path) => {
    await (await open()).keep();
    expect(await (await open()).passed()).toEqual(['readme']);
    await edit(root, { [path]: (text) => `${text}\n` });
    expect(await (await open()).passed()).toEqual([]);
  });

  it('on another version of Node', async () => {
    await (await open()).keep();
    expect(await (await open('v26 linux x64')).passed()).toEqual([]);
  });

  it('when somebody else comes to provide a capability', async () => {
    await (await open()).keep();
    await cp(join(root, 'modules/users'), join(root, 'modules/people'), { recursive: true });
    expect(await (await open()).passed()).toEqual([]);
  });
});

it('a module that has not changed is passed over, and one with findings is not', async () => {
  const from = await aCopy('hello');
  const asked = async () => {
    const ids: string[] = [];
    const report = ({ check }: { check: { id: string } }) => ids.push(check.id);
    await judge({ from, checks: ['readme', 'env'], remember: true, report });
    return ids;
  };
  expect(await asked()).toEqual(['readme', 'env']);
  expect(await asked()).toEqual(['unchanged']);
  await edit(join(from, 'hello'), { 'README.ru.md': null });
  expect(await asked()).toEqual(['readme', 'env']);
  expect(await asked()).toEqual(['readme', 'unchanged']);
});
