import { lintWorkflows } from '../../judges/lint-workflows.ts';
import type { Check } from '../check.ts';
import { inTurn } from '../server/in-turn.ts';

export const workflowLint: Check = {
  id: 'workflow-lint',
  title: 'actionlint finds nothing in the workflows',
  run: async (subject) =>
    (await inTurn(subject.servers(), (server) => lintWorkflows(server.rendered().files))).flat(),
};
