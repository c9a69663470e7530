import { lintWorkflows } from '../../judges/lint-workflows.ts';
import type { Check } from '../check.ts';
import { inServers } from '../server/in-servers.ts';

export const workflowLint: Check = {
  id: 'workflow-lint',
  title: 'actionlint finds nothing in the workflows',
  run: (subject) => inServers(subject, (server) => lintWorkflows(server.rendered().files)),
};
