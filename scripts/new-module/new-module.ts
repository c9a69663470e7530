import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { addRootDir } from './add-root-dir.ts';
import { renamer } from './renamer.ts';

/**
 * Copies modules/hello under another name and adds the copy to tsconfig.json.
 * @returns the new folder, relative to the repository
 * @throws Error with a sentence for whoever asked
 */
export async function newModule(root: string, id: string, today: Date): Promise<string> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) || id.length > 40)
    throw new Error('Name the module in kebab-case: npm run new-module <id>');
  const folder = `modules/${id}`;
  if (await exists(join(root, folder))) throw new Error(`${folder} exists already.`);

  const rename = renamer(id);
  const template = join(root, 'modules/hello');
  const entries = await readdir(template, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((each) => each.isFile())) {
    const source = join(entry.parentPath, entry.name);
    if (source.includes('node_modules')) continue;
    const target = join(root, folder, rename(source.slice(template.length)));
    await mkdir(dirname(target), { recursive: true });
    const text = rename(await readFile(source, 'utf8'));
    await writeFile(target, entry.name === 'package.json' ? freshManifest(text, today) : text);
  }

  const tsconfig = join(root, 'tsconfig.json');
  await writeFile(tsconfig, addRootDir(await readFile(tsconfig, 'utf8'), `${folder}/files`));
  return folder;
}

/** A new module starts at its own first version, today. */
function freshManifest(text: string, today: Date): string {
  const { sotacode, ...pkg } = JSON.parse(text);
  const since = today.toISOString().slice(0, 10);
  const manifest = { ...pkg, version: '1.0.0', sotacode: { ...sotacode, since } };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

const exists = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
