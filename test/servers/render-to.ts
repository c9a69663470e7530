import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { explainProblem } from '../../src/core/errors/problem.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { type Rendered, render } from '../../src/core/render/render.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { treeCatalogue } from '../../src/registry/tree-catalogue.ts';

const root = join(import.meta.dirname, '../..');
export const catalogue = await treeCatalogue(root).load();

export function rendered(plan: Plan, from = catalogue): Rendered {
  const resolved = resolve(plan, from);
  if (resolved.ok) return render(resolved.value, from);
  throw new Error(resolved.problems.map((each) => explainProblem(each, 'en').sentence).join(' '));
}

/** Writes a server inside this repository, where it finds our node_modules. Resolves to its folder. */
export async function renderTo(name: string, plan: Plan, from = catalogue): Promise<string> {
  const folder = join(root, '.work', name);
  await rm(folder, { recursive: true, force: true });
  for (const [path, content] of rendered(plan, from).files) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return folder;
}
