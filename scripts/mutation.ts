import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { repository } from './catalogue/repository.ts';
import { mutationPage, type Score } from './mutation/score.ts';
import { scoreModule } from './mutation/score-module.ts';

// Changes a module's code in every way that StrykerJS knows, and counts the changes that its tests see:
//   npm run mutation -- <module>…     writes docs/catalogue/mutation.md
const { positionals: ids } = parseArgs({ allowPositionals: true });
const record = join(repository, 'docs/catalogue/mutation.json');
const scores: Record<string, Score> = JSON.parse(await readFile(record, 'utf8').catch(() => '{}'));

for (const id of ids) {
  const { unseen, ...score } = await scoreModule(id);
  scores[id] = score;
  console.log(`${id}: ${score.seen} of ${score.changes} changes are seen`);
  for (const line of unseen) console.log(`  not seen: ${line}`);
  await writeFile(record, `${JSON.stringify(scores, null, 2)}\n`);
  await writeFile(join(repository, 'docs/catalogue/mutation.md'), mutationPage(scores));
}
