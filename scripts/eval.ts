import { basename, join } from 'node:path';
import { Command, Option } from 'commander';
import type { Planner } from '../src/flows/ports.ts';
import { choosePlanner } from '../src/llm/choose-planner.ts';
import { modelPlanner } from '../src/llm/openai/openai-planner.ts';
import { treeCatalogue } from '../src/registry/tree-catalogue.ts';
import { askFiles, type Folders } from './eval/ask-files.ts';
import { type Case, readCases } from './eval/case.ts';
import { promptSizeTable } from './eval/prompt-size.ts';
import { run } from './eval/run.ts';
import { faults, summaryTable } from './eval/tables.ts';
import { writeSection } from './eval/write-section.ts';

// Scores a planner over requests with known answers: npm run eval -- --help, and docs/planner.md
interface Options extends Folders {
  planner: 'offline' | 'model';
  cases: string[];
  promptSize?: true;
  verbose?: true;
  write?: true;
}

const root = join(import.meta.dirname, '..');
const sets = ['cases', 'fresh-cases'].map((name) => join(root, 'test', 'eval', `${name}.jsonl`));

const options = new Command('eval')
  .addOption(new Option('--planner <kind>').choices(['offline', 'model']).default('offline'))
  .option('--cases <files...>', 'JSON lines, as in test/eval', sets)
  .option('--dump <folder>', 'write each question to a model (messages and schema), ask nobody')
  .option('--answers <folder>', 'read the answers of a model from <case>.txt')
  .option('--prompt-size', 'count the tokens of a question instead, by size of the catalogue')
  .option('--verbose', 'say of each case what is missing and what is there for nothing')
  .option('--write', 'put the tables into docs/planner.md')
  .parse()
  .opts<Options>();

const catalogue = await treeCatalogue(root).load();
if (options.promptSize) publish('prompt-size', promptSizeTable(catalogue));
for (const file of options.promptSize ? [] : options.cases) {
  const cases = readCases(file);
  const scores = await run(cases, plannersFor(options), catalogue);
  if (options.dump && !options.answers) continue;
  if (options.verbose) console.log(`${faults(scores)}\n`);
  const name = `${basename(file, '.jsonl')} ${options.planner}`;
  publish(name, summaryTable(scores));
}

function publish(name: string, table: string): void {
  console.log(`${name}\n\n${table}\n`);
  if (options.write) writeSection(join(root, 'docs', 'planner.md'), `eval ${name}`, table);
}

/** Files stand in for a model's network; without them the environment says which model is asked. */
function plannersFor({ planner, dump, answers }: Options): (expected: Case) => Planner {
  if (dump || answers) return ({ id }) => modelPlanner(askFiles(id, { dump, answers }), 'files');
  if (planner === 'model' && !process.env.OPENAI_API_KEY)
    throw new Error('Set OPENAI_API_KEY (and OPENAI_BASE_URL, SOTACODE_MODEL) to ask a model.');
  const asked = choosePlanner(planner === 'model' ? process.env : {});
  return () => asked;
}
