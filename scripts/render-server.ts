import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { explainProblem } from '../src/core/errors/problem.ts';
import { Plan } from '../src/core/plan/plan.ts';
import { render } from '../src/core/render/render.ts';
import { resolve } from '../src/core/resolve/resolve.ts';
import { treeCatalogue } from '../src/registry/tree-catalogue.ts';

// Renders a server with the given modules (and optionally a blueprint's entities) for trying it out:
//   node scripts/render-server.ts --out .work/x [--blueprint shop] [--extra <folder>]
//     [--option uploads.storage=s3] crud auth-jwt
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    blueprint: { type: 'string' },
    extra: { type: 'string' },
    option: { type: 'string', multiple: true, default: [] },
  },
});
if (!values.out) throw new Error('--out <folder> is missing');

const root = join(import.meta.dirname, '..');
const catalogue = await treeCatalogue(root, values.extra ? [values.extra] : []).load();
const blueprint = catalogue.blueprints.find(({ id }) => id === values.blueprint)?.plan;
const optionsOf = (id: string) =>
  Object.fromEntries(
    values.option
      .filter((option) => option.startsWith(`${id}.`))
      .map((option) => option.slice(id.length + 1).split('=')),
  );
const plan = Plan.parse({
  name: 'trial-server',
  title: 'Trial server',
  summary: 'A server rendered to try its modules.',
  language: 'en',
  planner: 'offline',
  modules: [...new Set([...(blueprint?.modules ?? []), ...positionals])].map((id) => ({
    id,
    options: optionsOf(id),
    reason: 'asked for',
  })),
  entities: blueprint?.entities ?? [],
  relations: blueprint?.relations ?? [],
  roles: blueprint?.roles ?? [],
  assumptions: [],
  uncovered: [],
});

const resolved = resolve(plan, catalogue);
if (!resolved.ok) {
  for (const problem of resolved.problems) console.error(explainProblem(problem, 'en'));
  process.exit(1);
}
await rm(values.out, { recursive: true, force: true });
const { files } = render(resolved.value, catalogue);
for (const [path, content] of files) {
  const target = join(values.out, path);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, content);
}
console.log(`${files.size} files in ${values.out}`);
