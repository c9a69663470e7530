import type { JobHandler } from '../../flows/ports.ts';
import { survey } from '../../flows/survey.ts';
import { githubForge } from '../forge/github-forge.ts';
import { asRetryLater } from '../github-error.ts';
import type { Octokit } from '../octokit.ts';
import { ChecksJob } from './checks-job.ts';
import type { World } from './world.ts';

const mutation = `mutation ($pullRequestId: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $pullRequestId }) { clientMutationId }
}`;

/** Ends the draft of a pull request of ours once every check of its newest commit is green. */
export const checksHandler =
  (world: World): JobHandler =>
  async (payload) => {
    const job = ChecksJob.parse(payload);
    try {
      const octokit = await world.authenticate(job.installation);
      await markReady(world, octokit, job);
    } catch (error) {
      throw asRetryLater(error, world.clock.now()) ?? error;
    }
  };

async function markReady(world: World, octokit: Octokit, job: ChecksJob): Promise<void> {
  const pull = await findDraft(octokit, job);
  if (!pull || !(await isGreen(octokit, job))) return;
  const forge = githubForge({ octokit, ...job });
  const surveyed = await survey({ forge, catalogue: world.catalogue });
  if (!surveyed.ok || !surveyed.value.config.draft) return;
  await octokit.graphql(mutation, { pullRequestId: pull.node_id });
}

async function findDraft(octokit: Octokit, { owner, repo, branch, commit }: ChecksJob) {
  const head = `${owner}:${branch}`;
  const { data } = await octokit.rest.pulls.list({ owner, repo, head, state: 'open' });
  return data.find((pull) => pull.draft && pull.head.sha === commit && pull.user?.type === 'Bot');
}

/** Our own check run says that the server was built, not that it works. */
async function isGreen(octokit: Octokit, { owner, repo, commit }: ChecksJob): Promise<boolean> {
  const { data } = await octokit.rest.checks.listForRef({
    ...{ owner, repo, ref: commit, per_page: 100 },
  });
  const others = data.check_runs.filter(({ name }) => name !== 'SotACode');
  return (
    others.length > 0 &&
    others.every(({ conclusion }) => ['success', 'neutral', 'skipped'].includes(conclusion ?? ''))
  );
}
