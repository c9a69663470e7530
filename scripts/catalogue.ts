import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { judge } from './catalogue/judge.ts';
import { openLibrary } from './catalogue/library.ts';
import { writePages } from './catalogue/pages/write-pages.ts';
import { print, timeWord } from './catalogue/report.ts';
import { ownModules, repository } from './catalogue/repository.ts';

// Judges modules by every check of scripts/catalogue/checks.ts, and exits 1 when it finds something:
//   npm run catalogue -- [--fresh] [--from <folder of modules>] [<id>…]
//                        --fresh: also what was judged before and has not changed since
//   npm run catalogue -- --write     writes docs/catalogue
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    from: { type: 'string' },
    fresh: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
});

if (values.write) {
  const pages = await writePages(await openLibrary([ownModules]));
  console.log(`${pages} pages in ${join(repository, 'docs/catalogue')}`);
} else {
  const start = performance.now();
  const findings = await judge({
    ids: positionals,
    ...(values.from === undefined ? {} : { from: values.from }),
    remember: !process.env.CI,
    fresh: values.fresh,
    report: print,
  });
  console.log(`${findings.length} findings in ${timeWord(performance.now() - start)}`);
  process.exitCode = findings.length > 0 ? 1 : 0;
}
