import { join } from 'node:path';
import type { Check } from '../check.ts';
import { modulePage } from '../pages/module-page.ts';
import { readIfThere } from '../read-if-there.ts';
import { repository } from '../repository.ts';

export const page: Check = {
  id: 'page',
  title: 'its page in docs/catalogue says what its manifest and README say',
  run: async (subject) => {
    const { id, module, folder, catalogue, read } = subject;
    if (folder !== join(repository, 'modules', id)) {
      return subject.skip('it is no module of this catalogue');
    }
    const where = `docs/catalogue/${id}.md`;
    const written = await readIfThere(join(repository, where));
    const wanted = modulePage(module, (await read('README.md')) ?? '', catalogue);
    if (written === wanted) return [];
    const what = written === null ? 'the page is missing' : 'the page is out of date';
    return [{ check: 'page', where, what, fix: 'npm run catalogue -- --write' }];
  },
};
