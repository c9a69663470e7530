import { findOrCreate } from '../find-or-create.ts';
import type { Octokit } from '../octokit.ts';

export interface CheckRun {
  octokit: Octokit;
  owner: string;
  repo: string;
  commit: string;
  /** The command's key: one run per command. */
  externalId: string;
  conclusion: 'success' | 'failure';
  title: string;
  summary: string;
  url: string | null;
}

const name = 'SotACode';

/** The completed check run of a command on a commit, made or brought up to date. */
export async function reportCheckRun(run: CheckRun): Promise<void> {
  const { octokit, owner, repo, commit, externalId, conclusion, title, summary } = run;
  const result = { conclusion, status: 'completed' as const, output: { title, summary } };
  const details = run.url ? { details_url: run.url } : {};

  const find = async () => {
    const { data } = await octokit.rest.checks.listForRef({
      ...{ owner, repo, ref: commit, check_name: name, filter: 'all' as const, per_page: 100 },
    });
    return data.check_runs.find(({ external_id }) => external_id === externalId) ?? null;
  };
  const create = async () =>
    (
      await octokit.rest.checks.create({
        ...{ owner, repo, name, head_sha: commit, external_id: externalId },
        ...details,
        ...result,
      })
    ).data;

  const { id, output } = await findOrCreate(find, create);
  if (output.summary === summary && output.title === title) return;
  await octokit.rest.checks.update({ owner, repo, check_run_id: id, ...result });
}
