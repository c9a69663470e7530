import { join } from 'node:path';
import type { CatalogueCheck } from '../checks.ts';
import { cataloguePages } from '../pages/catalogue-pages.ts';
import { readIfThere } from '../read-if-there.ts';
import { repository } from '../repository.ts';

export const index: CatalogueCheck = {
  id: 'index',
  title: 'docs/catalogue/README.md lists the modules as they are',
  run: async (library) => {
    const where = 'docs/catalogue/README.md';
    const wanted = (await cataloguePages(library)).get('README.md');
    const written = await readIfThere(join(repository, where));
    if (written === wanted) return [];
    const what = 'it does not list the modules as they are';
    return [{ check: 'index', where, what, fix: 'npm run catalogue -- --write' }];
  },
};
