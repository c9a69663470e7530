import { constants, createWriteStream } from 'node:fs';
import { access, mkdir, open, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type ObjectStore, objectPath } from './object-store.ts';

/** Files in a folder of this machine. Nothing that a user sends becomes part of a path. */
export async function localStore(dir: string): Promise<ObjectStore> {
  const root = await writableFolder(dir);
  const pathOf = (id: string) => join(root, objectPath(id));

  return {
    async put(id, content, signal) {
      const path = pathOf(id);
      const draft = `${path}.part`;
      try {
        await assertFolder(path);
        // `wx` neither overwrites nor follows a link; `flush` writes through to the disk.
        const target = createWriteStream(draft, { flags: 'wx', mode: 0o600, flush: true });
        await pipeline(content, target, { signal });
        await rename(draft, path);
        await flushFolder(dirname(path));
      } catch (error) {
        content.destroy();
        await rm(draft, { force: true });
        throw error;
      }
    },
    async open(id, range) {
      const path = pathOf(id);
      await assertNoLink(path);
      const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
      return file.createReadStream(range);
    },
    async remove(id) {
      const path = pathOf(id);
      await rm(path, { force: true });
      await rm(`${path}.part`, { force: true });
    },
  };
}

async function writableFolder(dir: string): Promise<string> {
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    await access(dir, constants.W_OK);
    return await realpath(dir);
  } catch (cause) {
    const message = `The environment variable UPLOAD_DIR must be a folder that the server can write to: ${dir} is not.`;
    throw Object.assign(new Error(message, { cause }), { name: 'ConfigError' });
  }
}

async function assertFolder(path: string) {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await assertNoLink(path);
}

/** A folder that somebody replaced by a link would lead out of ours. */
async function assertNoLink(path: string) {
  const folder = dirname(path);
  if ((await realpath(folder)) !== folder) throw new Error(`${folder} is a link`);
}

/** Without this a power cut could undo the rename. */
async function flushFolder(folder: string) {
  const handle = await open(folder);
  await handle.sync().finally(() => handle.close());
}
