import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const hello = join(import.meta.dirname, '../../../modules/hello');
const plugin = 'files/src/modules/hello/index.ts';

/** Copies the smallest module to a folder, with other keys in its package.json. */
export async function copyHello(folder: string, changes: Record<string, unknown>): Promise<void> {
  await cp(hello, folder, { recursive: true });
  const path = join(folder, 'package.json');
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  await writeFile(path, JSON.stringify({ ...manifest, ...changes }, null, 2));
}

/** Writes a comment into the module's plugin, so that its versions can be told apart. */
export async function remark(folder: string, text: string): Promise<void> {
  const path = join(folder, plugin);
  await writeFile(path, `// ${text}\n${await readFile(path, 'utf8')}`);
}
