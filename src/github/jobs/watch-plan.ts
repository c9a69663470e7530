import { z } from 'zod';
import { defaultConfig } from '../../core/config/repository-config.ts';
import type { JobHandler } from '../../flows/ports.ts';
import { RetryLater } from '../../flows/retry-later.ts';
import { survey } from '../../flows/survey.ts';
import { githubForge } from '../forge/github-forge.ts';
import { asRetryLater, statusOf } from '../github-error.ts';
import type { Octokit } from '../octokit.ts';
import { CommandJob, commandKind } from './command-job.ts';
import { mayTrigger, permissionOf } from './permission.ts';
import type { World } from './world.ts';

export const watchKind = 'watch-plan';

const WatchJob = CommandJob.omit({ command: true, key: true, user: true, comment: true }).extend({
  /** Id of the comment with the plan. */
  shown: z.int(),
});
type WatchJob = z.infer<typeof WatchJob>;

const week = 7 * 24 * 60 * 60;
const shortest = 10;

/**
 * Looks for a 👍 on a plan. GitHub sends no webhook for reactions, so this asks again and again, the
 * older the plan the more rarely: about 45 times in a week.
 */
export const watchHandler =
  (world: World): JobHandler =>
  async (payload) => {
    const job = WatchJob.parse(payload);
    const age = (world.clock.now().getTime() - Date.parse(job.date)) / 1000;
    if (age > week) return;
    const octokit = await world.authenticate(job.installation);
    const agreed = await whoAgreed(world, octokit, job).catch((error: unknown) => {
      throw asRetryLater(error, world.clock.now()) ?? error;
    });
    if (agreed === 'gone') return;
    if (!agreed) throw new RetryLater(Math.ceil(Math.max(shortest, age / 4)), null);
    const { shown, ...place } = job;
    const key = `agreed:${shown}`;
    const command: CommandJob = {
      ...{ ...place, key, user: agreed, comment: shown },
      command: { kind: 'agree', shown },
    };
    await world.enqueue(commandKind, key, command);
  };

/** The first person who may give commands and whose 👍 the plan has; `gone` when the plan is. */
async function whoAgreed(
  { catalogue }: World,
  octokit: Octokit,
  job: WatchJob,
): Promise<string | 'gone' | null> {
  const people = await whoLikes(octokit, job);
  if (people === 'gone') return people;
  if (people.length === 0) return null;
  const place = { ...job, octokit };
  const surveyed = await survey({ forge: githubForge(place), catalogue });
  // What is wrong with the configuration is told once the command runs.
  const config = surveyed.ok ? surveyed.value.config : defaultConfig;
  for (const user of people) {
    if (mayTrigger(config, user, await permissionOf({ ...place, user }))) return user;
  }
  return null;
}

async function whoLikes(octokit: Octokit, job: WatchJob): Promise<string[] | 'gone'> {
  const { owner, repo, shown: comment_id } = job;
  try {
    const { data } = await octokit.rest.reactions.listForIssueComment({
      ...{ owner, repo, comment_id, content: '+1', per_page: 100 },
    });
    return data.flatMap(({ user }) => (user && user.type !== 'Bot' ? [user.login] : []));
  } catch (error) {
    if (statusOf(error) === 404 || statusOf(error) === 410) return 'gone';
    throw error;
  }
}
