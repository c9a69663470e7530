import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inParallel } from './catalogue/pairs/in-parallel.ts';
import { timeWord } from './catalogue/report.ts';
import { repository } from './catalogue/repository.ts';
import { type Fate, judgeMutant } from './mutants/judge-mutant.ts';
import { mutants } from './mutants/list.ts';
import { mutantsPage, recordOf } from './mutants/record.ts';

// Breaks the catalogue in one place after the other and sees that the judge finds it:
//   npm run mutants [-- <id>…]
// A run of all of them writes docs/catalogue/mutants.md and mutants.json.
const { positionals } = parseArgs({ allowPositionals: true });
const unknown = positionals.filter((id) => !mutants.some((each) => each.id === id));
if (unknown.length > 0) throw new Error(`There is no mutant ${unknown.join(', ')}.`);
const chosen = mutants.filter(({ id }) => positionals.length === 0 || positionals.includes(id));

const start = performance.now();
// Mutants of one module share its databases: they take turns.
const groups = [...Map.groupBy(chosen, ({ judged }) => judged).values()];
const judged = await inParallel(2, groups, async (group) => {
  const fates: Fate[] = [];
  for (const mutant of group) {
    const fate = await judgeMutant(mutant);
    console.log(lineOf(fate));
    fates.push(fate);
  }
  return fates;
});
const fates = judged.flat();
const survivors = fates.filter(({ caught }) => caught === null);
const unnamed = fates.filter(({ caught }) => caught && !caught.namesPlace);
console.log(
  `${fates.length - survivors.length} of ${fates.length} caught, ${unnamed.length} without their place, in ${timeWord(performance.now() - start)}`,
);
if (chosen.length === mutants.length) await writeRecord();
process.exitCode = survivors.length + unnamed.length > 0 ? 1 : 0;

function lineOf({ mutant, caught, milliseconds }: Fate): string {
  const mark = caught === null ? '✗' : caught.namesPlace ? '✓' : '–';
  const rest = caught === null ? 'survived' : `${caught.check}: ${caught.message}`;
  return `${mark} ${mutant.id} (${timeWord(milliseconds)}) ${rest}`;
}

/** In the order of the list, whatever was judged first. */
async function writeRecord() {
  const inOrder = mutants.flatMap(({ id }) => fates.filter(({ mutant }) => mutant.id === id));
  const record = recordOf(inOrder, new Date().toISOString().slice(0, 10));
  const folder = join(repository, 'docs/catalogue');
  await writeFile(join(folder, 'mutants.json'), `${JSON.stringify(record, null, 2)}\n`);
  await writeFile(join(folder, 'mutants.md'), mutantsPage(record));
}
