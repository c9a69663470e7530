import { existsSync, globSync } from 'node:fs';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundle } from './bundle.ts';

/** Writes all that a function needs but packages with machine code, which are the platform's. */
export async function bundleLambda(
  folder: string,
  entries: Parameters<typeof bundle>[0] = globSync('src/lambda*.ts'),
) {
  await rm(folder, { recursive: true, force: true });
  await bundle(entries, folder);
  // Marks the folder as the server's own, and its files as ES modules.
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
  if (existsSync('migrations'))
    await cp('migrations', join(folder, 'migrations'), { recursive: true });
}
