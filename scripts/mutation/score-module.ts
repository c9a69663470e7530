import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderTo } from '../../test/servers/render-to.ts';
import { runCommand } from '../../test/servers/run-command.ts';
import { repository } from '../catalogue/repository.ts';
import { planOf } from '../catalogue/server/variants.ts';
import { type Score, scoreOf, unseenIn } from './score.ts';

const stryker = join(repository, 'scripts/judges/node_modules/@stryker-mutator');

/** Runs StrykerJS over a module in a server of its own; `unseen` are lines about what survived. */
export async function scoreModule(id: string): Promise<Score & { unseen: string[] }> {
  const folder = await renderTo(`mutation/${id}`, planOf([id]));
  await configure(folder, id);
  const { code, output } = await runCommand(folder, `node ${stryker}/core/bin/stryker.js run`);
  if (code !== 0) throw new Error(`Stryker ended with ${code}: ${output.slice(-1000)}`);
  const text = await readFile(join(folder, 'reports/mutation/mutation.json'), 'utf8');
  const report = JSON.parse(text);
  const date = new Date().toISOString().slice(0, 10);
  return { ...scoreOf(report, date), unseen: unseenIn(report) };
}

/** The module's own tests alone, over its own code alone. */
async function configure(folder: string, id: string) {
  const vitest = `import base from './vitest.config.ts';

export default { ...base, test: { ...base.test, include: ['test/modules/${id}/**/*.test.ts'] } };
`;
  const config = {
    testRunner: 'vitest',
    plugins: [`${stryker}/vitest-runner/dist/src/index.js`],
    vitest: { related: false, configFile: 'vitest.mutation.config.ts' },
    mutate: [`src/modules/${id}/**/*.ts`],
    // In a copy the links to packages would lead elsewhere.
    inPlace: true,
    // What runs once when a file is loaded would need a new process for each change.
    ignoreStatic: true,
    concurrency: 2,
    reporters: ['json'],
  };
  await writeFile(join(folder, 'vitest.mutation.config.ts'), vitest);
  await writeFile(join(folder, 'stryker.config.json'), JSON.stringify(config));
}
