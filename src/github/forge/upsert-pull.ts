import type { Proposal, Snapshot } from '../../flows/ports.ts';
import { findOrCreate } from '../find-or-create.ts';
import type { Target } from './target.ts';

interface Pull {
  number: number;
  html_url: string;
  title: string;
  body: string | null;
}

/** The open pull request of the branch, made when missing, with this title and body. */
export async function upsertPull(
  target: Target,
  { branch, title, body }: Proposal,
  base: Snapshot,
): Promise<Pull> {
  const { octokit, owner, repo } = target;
  const find = async (): Promise<Pull | null> => {
    const head = `${owner}:${branch}`;
    const { data } = await octokit.rest.pulls.list({ owner, repo, head, state: 'open' });
    return data[0] ?? null;
  };
  const create = async (): Promise<Pull> => {
    const request = { owner, repo, head: branch, base: base.branch, title, body };
    return (await octokit.rest.pulls.create(request)).data;
  };
  const pull = await findOrCreate(find, create);
  if (pull.title === title && pull.body === body) return pull;
  await octokit.rest.pulls.update({ owner, repo, pull_number: pull.number, title, body });
  return pull;
}
