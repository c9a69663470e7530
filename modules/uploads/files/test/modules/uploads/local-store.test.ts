import { mkdtemp, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { localStore } from '../../../src/modules/uploads/local-store.ts';
import { objectPath } from '../../../src/modules/uploads/object-store.ts';
import { describeObjects } from './object-suite.ts';

const root = await mkdtemp(join(tmpdir(), 'objects-'));
const never = new AbortController().signal;
const put = async (id: string) =>
  (await localStore(root)).put(id, Readable.from([Buffer.from('secret')]), never);

describe('objects on disk', () => {
  describeObjects({
    start: () => localStore(root),
    names: () => readdir(root, { recursive: true }),
  });

  test('are readable for this user alone', async () => {
    const id = v7();
    await put(id);
    expect((await stat(join(root, objectPath(id)))).mode & 0o077).toBe(0);
  });

  test('are never read through a link', async () => {
    const store = await localStore(root);
    const id = v7();
    await put(id);
    const path = join(root, objectPath(id));
    await rename(path, `${path}.real`);
    await symlink(`${path}.real`, path);
    await expect(store.open(id)).rejects.toThrow('ELOOP');
  });

  test('are never written or read where a link leads', async () => {
    const id = v7();
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    const fresh = await mkdtemp(join(tmpdir(), 'objects-'));
    const store = await localStore(fresh);
    await symlink(outside, join(fresh, id.slice(-2)));
    const content = Readable.from([Buffer.from('secret')]);
    await expect(store.put(id, content, never)).rejects.toThrow('is a link');
    await expect(store.open(id)).rejects.toThrow('is a link');
    expect(await readdir(outside, { recursive: true })).not.toContain(expect.stringContaining(id));
  });

  test('do not overwrite the draft of another', async () => {
    const id = v7();
    await put(id);
    const draft = `${join(root, objectPath(id))}.part`;
    const other = join(root, 'other');
    await writeFile(other, 'untouched');
    await symlink(other, draft);
    await expect(put(id)).rejects.toThrow('EEXIST');
    expect(await readFile(other, 'utf8')).toBe('untouched');
  });
});

test('a folder that cannot be written stops the start', async () => {
  await writeFile(join(root, 'file'), '');
  await expect(localStore(join(root, 'file'))).rejects.toThrow(
    'The environment variable UPLOAD_DIR must be a folder that the server can write to',
  );
});
