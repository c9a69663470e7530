import type { Result } from '../../core/errors/problem.ts';
import { explain } from '../../core/explain/explain.ts';
import { lockPathIn } from '../../core/render/lock.ts';
import type { Snapshot } from '../../flows/ports.ts';
import type { Ground } from '../../flows/survey.ts';
import type { CommandContext } from '../jobs/world.ts';
import { stickyComment } from '../progress/sticky-comment.ts';

/** `/sotacode explain <module or file>`, of the pull request when it is asked there. */
export async function runExplain(
  context: CommandContext,
  surveyed: Result<Ground>,
  subject: string,
): Promise<void> {
  const { world, language, job, forge } = context;
  const directory = surveyed.ok ? (surveyed.value.config.directory ?? '') : '';
  const snapshot = await seen(context, surveyed);
  const text = explain({
    subject,
    language,
    catalogue: await world.catalogue.load(),
    files: snapshot.files,
    lock: await forge.read(snapshot, lockPathIn(directory)),
  });
  await stickyComment(context, `explain:${job.key}`).ensure(text);
}

async function seen(context: CommandContext, surveyed: Result<Ground>): Promise<Snapshot> {
  const { octokit, owner, repo, issue, forge, job } = context;
  if (!job.onPull) return surveyed.ok ? surveyed.value.base : forge.snapshot();
  const { data } = await octokit.rest.pulls.get({ owner, repo, pull_number: issue });
  // A fork's branch is not in this repository: what it would change is not ours to explain.
  return data.head.repo?.full_name === `${owner}/${repo}`
    ? forge.snapshot(data.head.ref)
    : forge.snapshot(data.base.ref);
}
