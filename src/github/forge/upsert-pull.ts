import type { Proposal, Snapshot } from '../../flows/ports.ts';
import { findOrCreate } from '../find-or-create.ts';
import { statusOf } from '../github-error.ts';
import type { Target } from './target.ts';

interface Pull {
  number: number;
  html_url: string;
  title: string;
  body: string | null;
  labels: { name: string }[];
}

/** The open pull request of the branch, made when missing, with this title, body and labels. */
export async function upsertPull(
  target: Target,
  proposal: Proposal,
  base: Snapshot,
): Promise<Pull> {
  const pull = await findOrCreate(
    () => findPull(target, proposal),
    () => createPull(target, proposal, base),
  );
  await bringUpToDate(target, pull, proposal);
  await addLabels(target, pull, proposal);
  return pull;
}

async function findPull(
  { octokit, owner, repo }: Target,
  { branch }: Proposal,
): Promise<Pull | null> {
  const head = `${owner}:${branch}`;
  const { data } = await octokit.rest.pulls.list({ owner, repo, head, state: 'open' });
  return data[0] ?? null;
}

async function createPull(target: Target, proposal: Proposal, base: Snapshot): Promise<Pull> {
  const { octokit, owner, repo } = target;
  const { branch, title, body, draft } = proposal;
  const request = { owner, repo, head: branch, base: base.branch, title, body };
  try {
    return (await octokit.rest.pulls.create({ ...request, draft })).data;
  } catch (error) {
    if (!draft || !lacksDrafts(error)) throw error;
    return (await octokit.rest.pulls.create(request)).data;
  }
}

/** Private repositories of free plans have no drafts. */
const lacksDrafts = (error: unknown) =>
  statusOf(error) === 422 && /draft/i.test((error as Error).message);

async function bringUpToDate(
  { octokit, owner, repo }: Target,
  pull: Pull,
  { title, body }: Proposal,
): Promise<void> {
  if (pull.title === title && pull.body === body) return;
  await octokit.rest.pulls.update({ owner, repo, pull_number: pull.number, title, body });
}

async function addLabels(
  { octokit, owner, repo }: Target,
  pull: Pull,
  proposal: Proposal,
): Promise<void> {
  const present = pull.labels.map(({ name }) => name.toLowerCase());
  const labels = proposal.labels.filter((label) => !present.includes(label.toLowerCase()));
  if (labels.length === 0) return;
  await octokit.rest.issues.addLabels({ owner, repo, issue_number: pull.number, labels });
}
