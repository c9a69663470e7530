import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { treeCatalogue } from '../src/registry/tree-catalogue.ts';
import { filledCode } from './catalogue/source/filled-code.ts';

// Writes the code of modules that is a template to where the compiler finds it beside their other code.
const root = join(import.meta.dirname, '..');
const target = join(root, '.work/filled');

const { modules } = await treeCatalogue(root, []).load();
await rm(target, { recursive: true, force: true });
for (const { templates } of modules.values())
  for (const [path, text] of filledCode(templates)) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await writeFile(join(target, path), text);
  }
