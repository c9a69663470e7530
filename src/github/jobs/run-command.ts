import { fail, problem, type Result } from '../../core/errors/problem.ts';
import { detectLanguage } from '../../core/plan/detect-language.ts';
import type {
  BuildRequest,
  Clock,
  Forge,
  JobHandler,
  Progress,
  PullRequest,
} from '../../flows/ports.ts';
import { githubForge } from '../forge/github-forge.ts';
import { asRetryLater } from '../github-error.ts';
import { message } from '../messages.ts';
import type { Octokit } from '../octokit.ts';
import { githubProgress } from '../progress/github-progress.ts';
import { stickyComment } from '../progress/sticky-comment.ts';
import { CommandJob } from './command-job.ts';
import { mayWrite } from './permission.ts';
import { react } from './react.ts';

export type Build = (
  ports: { forge: Forge; progress: Progress },
  request: BuildRequest,
) => Promise<Result<PullRequest>>;

interface World {
  /** A client that acts as one installation of the App. */
  authenticate(installation: number): Promise<Octokit>;
  build: Build;
  clock: Clock;
}

/** Everything that follows a command, in a job that may be repeated from the start. */
export const commandHandler =
  (world: World): JobHandler =>
  async (payload, { last }) => {
    const job = CommandJob.parse(payload);
    try {
      const octokit = await world.authenticate(job.installation);
      await runCommand(world, octokit, job, last);
    } catch (error) {
      throw asRetryLater(error, world.clock.now()) ?? error;
    }
  };

async function runCommand(world: World, octokit: Octokit, job: CommandJob, last: boolean) {
  const { command, user } = job;
  const language = detectLanguage(command.kind === 'build' ? command.text : '');
  const place = { ...job, octokit };
  if (!(await mayWrite(place))) {
    return stickyComment(place, 'refusal').ensure(message('refusal', language, { user }));
  }
  await react(octokit, job);
  if (command.kind !== 'build') {
    const word = command.kind === 'unknown' ? command.word.replaceAll(/[^\p{L}\p{N}-]/gu, '') : '';
    return stickyComment(place, `help:${job.key}`).ensure(message('help', language, { word }));
  }
  const progress = githubProgress({ ...place, language, clock: world.clock });
  const request = { text: command.text, language, key: `${job.issue}`, date: job.date };
  try {
    const forge = githubForge(place);
    const result = await world.build({ forge, progress }, { ...request, issue: `#${job.issue}` });
    await progress.complete(result);
  } catch (error) {
    await progress.stop();
    if (last) await progress.complete(fail(problem('app.unexpected')));
    throw error;
  }
}
