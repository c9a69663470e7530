import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ownModules } from '../../../scripts/catalogue/repository.ts';

/** Path in the module's folder -> its new text; null deletes the file, an unknown path makes one. */
export type Edits = Record<string, ((text: string) => string) | null>;

/** A copy of a module in a folder of its own; resolves to the folder that holds it. */
export async function aCopy(id: string, edits: Edits = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'judged-'));
  await cp(join(ownModules, id), join(folder, id), { recursive: true });
  await edit(join(folder, id), edits);
  return folder;
}

export async function edit(folder: string, edits: Edits): Promise<void> {
  for (const [path, change] of Object.entries(edits)) {
    const file = join(folder, path);
    if (change === null) await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, change(await readFile(file, 'utf8').catch(() => '')));
    }
  }
}

/** Merges into the manifest. */
export const manifestWith = (changes: object) => (text: string) => {
  const { sotacode, ...rest } = JSON.parse(text);
  return JSON.stringify({ ...rest, sotacode: { ...sotacode, ...changes } });
};

/** Merges into package.json itself. */
export const packageWith = (changes: object) => (text: string) =>
  JSON.stringify({ ...JSON.parse(text), ...changes });
