import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Module, Tree } from '../../../src/core/manifest/module.ts';
import type { Library } from '../library.ts';
import { repository } from '../repository.ts';
import { modulePage } from './module-page.ts';
import { table } from './table.ts';

/** Name in docs/catalogue -> text: the index, and a page for every module of this repository. */
export async function cataloguePages({ catalogue, folders }: Library): Promise<Tree> {
  const modules = [...catalogue.modules.values()].filter(
    ({ id }) => folders.get(id) === join(repository, 'modules', id),
  );
  const pages = modules.map(async (module) => {
    const file = join(folders.get(module.id) ?? '', 'README.md');
    const readme = await readFile(file, 'utf8').catch(() => '');
    return [`${module.id}.md`, modulePage(module, readme, catalogue)] as const;
  });
  return new Map([['README.md', indexPage(modules)], ...(await Promise.all(pages))]);
}

function indexPage(modules: readonly Module[]): string {
  const categories = Map.groupBy(modules, ({ manifest }) => manifest.category);
  const sections = [...categories.keys()].sort().map((category) => {
    const rows = (categories.get(category) ?? [])
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map(({ id, version, description, manifest }) => [
        `[${id}](${id}.md)`,
        description,
        `${version}, ${manifest.stability}`,
      ]);
    return `## ${category}\n\n${table(['module', 'what it is', 'version'], rows)}`;
  });
  const head = `# The catalogue\n\n${modules.length} modules, by category. \`npm run catalogue -- --write\` writes these pages from the modules' manifests and READMEs.`;
  return `${[head, proofs, ...sections].join('\n\n')}\n`;
}

const proofs = `What was proved of them: which stand together ([any two choices](pairs.md), [any three](triples.md)),
[that what is broken is found](mutants.md),
[how much their own tests see](mutation.md).`;
