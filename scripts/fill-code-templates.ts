import { glob, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fillTemplate } from '../src/core/render/template.ts';
import { treeCatalogue } from '../src/registry/tree-catalogue.ts';

// Code that differs from server to server is a template. Fills those in as a server with every
// capability has them, so that the compiler can check the modules' other code against them.
const root = join(import.meta.dirname, '..');
const target = join(root, '.work/filled');

const { modules } = await treeCatalogue(root, []).load();
const capabilities = [...modules.values()].flatMap(({ manifest }) =>
  Object.keys(manifest.provides),
);
const has = Object.fromEntries(capabilities.map((name) => [name, true]));

await rm(target, { recursive: true, force: true });
for await (const path of glob('modules/*/templates/**/*.ts.hbs', { cwd: root })) {
  const [, , , ...inServer] = path.split('/');
  const file = join(target, inServer.join('/').replace(/\.hbs$/, ''));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, fillTemplate(await readFile(join(root, path), 'utf8'), { has }));
}
