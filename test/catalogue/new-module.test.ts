import { cp, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { newModule } from '../../scripts/new-module/new-module.ts';
import { readModule } from '../../src/registry/read-module.ts';

const repository = join(import.meta.dirname, '../..');
let root: string;

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'new-module-'));
  await mkdir(join(root, 'modules'));
  await cp(join(repository, 'modules/hello'), join(root, 'modules/hello'), { recursive: true });
  await cp(join(repository, 'tsconfig.json'), join(root, 'tsconfig.json'));
  await newModule(root, 'lost-and-found', new Date('2027-03-04'));
});

const read = (path: string) => readFile(join(root, path), 'utf8');

describe('npm run new-module lost-and-found', () => {
  test('makes a module with a valid manifest of its own', async () => {
    const module = await readModule(join(root, 'modules/lost-and-found'));
    expect(module).toMatchObject({
      id: 'lost-and-found',
      version: '1.0.0',
      manifest: {
        since: '2027-03-04',
        routes: '/lost-and-found',
        plugins: [{ path: 'src/modules/lost-and-found/index.ts', as: 'lostAndFound' }],
      },
    });
    expect(module.manifest.env.map(({ name }) => name)).toEqual(['LOST_AND_FOUND_GREETING']);
    expect([...module.files.keys()]).toContain(
      'test/modules/lost-and-found/lost-and-found.test.ts',
    );
  });

  test('leaves no trace of what it was copied from', async () => {
    const { files } = await readModule(join(root, 'modules/lost-and-found'));
    const texts = [...files.values(), await read('modules/lost-and-found/package.json')];
    expect(texts.filter((text) => /hello world|\bhello\b/i.test(text))).toEqual([]);
  });

  test('names things as JavaScript allows', async () => {
    const plugin = await read('modules/lost-and-found/files/src/modules/lost-and-found/index.ts');
    expect(plugin).toContain('const lostAndFound: Module =');
    expect(plugin).toContain("export default fp(lostAndFound, { name: 'lost-and-found'");
    const suite = 'modules/lost-and-found/files/test/modules/lost-and-found/lost-and-found.test.ts';
    expect(await read(suite)).toContain('server.register(lostAndFound, { env })');
  });

  test('adds the folder to the type check, in order', async () => {
    const { compilerOptions } = JSON.parse(await read('tsconfig.json'));
    const dirs: string[] = compilerOptions.rootDirs;
    expect(dirs[0]).toBe('templates/server');
    expect(dirs).toContain('modules/lost-and-found/files');
    expect(dirs.slice(1)).toEqual(dirs.slice(1).toSorted());
  });
});

describe('what it refuses', () => {
  test.each(['', 'Orders', 'my_module', '../evil', '-x', 'a'.repeat(41)])(
    'the name %j',
    async (id) => {
      await expect(newModule(root, id, new Date())).rejects.toThrow('kebab-case');
    },
  );

  test('a name that is taken', async () => {
    await expect(newModule(root, 'hello', new Date())).rejects.toThrow(
      'modules/hello exists already.',
    );
  });
});
