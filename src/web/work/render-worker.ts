import { parentPort, workerData } from 'node:worker_threads';
import { ok, type Result } from '../../core/errors/problem.ts';
import type { CatalogueData, Tree } from '../../core/manifest/module.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { checkDraft } from './check-draft.ts';
import { renderTree } from './render-tree.ts';

/** A thread of its own: gets plans, answers each with its tree. */
const catalogue = workerData as CatalogueData;

parentPort?.on('message', (plan: Plan) => {
  const resolved = checkDraft(plan, catalogue);
  const answer: Result<Tree> = resolved.ok ? ok(renderTree(resolved.value, catalogue)) : resolved;
  parentPort?.postMessage(answer);
});
