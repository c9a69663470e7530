import { fail, problem, type Result } from '../../core/errors/problem.ts';
import type { JobHandler } from '../../flows/ports.ts';
import { type Ground, survey } from '../../flows/survey.ts';
import { runBuild } from '../commands/run-build.ts';
import { runExplain } from '../commands/run-explain.ts';
import { runHelp } from '../commands/run-help.ts';
import { runModules } from '../commands/run-modules.ts';
import { runPlan } from '../commands/run-plan.ts';
import { findShownPlan } from '../commands/shown-plan.ts';
import { githubForge } from '../forge/github-forge.ts';
import { asRetryLater } from '../github-error.ts';
import { message } from '../messages.ts';
import type { Octokit } from '../octokit.ts';
import { stickyComment } from '../progress/sticky-comment.ts';
import { CommandJob } from './command-job.ts';
import { isAtLeast, mayTrigger, permissionOf } from './permission.ts';
import { react } from './react.ts';
import type { CommandContext, World } from './world.ts';

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
  const place = { ...job, octokit };
  // Somebody's 👍 under an issue without a plan is not addressed to the App.
  const { command } = job;
  if (command.kind === 'agree' && !(await findShownPlan(place, command.shown))) return;
  const permission = await permissionOf(place);
  if (!isAtLeast(permission, 'write')) return refuse(place);

  const forge = githubForge(place);
  const surveyed = await survey({ forge, catalogue: world.catalogue });
  if (surveyed.ok && !mayTrigger(surveyed.value.config, job.user, permission))
    return refuse(place, surveyed.value);

  await react(octokit, job);
  const language = (surveyed.ok && surveyed.value.config.language) || job.language;
  await run({ ...place, job: { ...job, language }, language, last, forge, world }, surveyed);
}

function run(context: CommandContext, surveyed: Result<Ground>): Promise<void> {
  const { command } = context.job;
  switch (command.kind) {
    case 'build':
      return runBuild(context, surveyed, command);
    case 'agree':
      return runBuild(context, surveyed, { text: '', shown: command.shown });
    case 'plan':
      return command.text === ''
        ? runPlan(context, fail(problem('request.empty')), '')
        : runPlan(context, surveyed, command.text);
    case 'modules':
      return runModules(context, command.text);
    case 'explain':
      return runExplain(context, surveyed, command.text);
    default:
      return runHelp(context, command);
  }
}

type Refused = CommandJob & { octokit: Octokit };

/** Said once per issue, whoever asks and how often. */
async function refuse(place: Refused, ground?: Ground): Promise<void> {
  const { user } = place;
  const config = ground?.config;
  const rule = { permission: config?.trigger.permission ?? '', users: config?.trigger.users ?? [] };
  const language = config?.language ?? place.language;
  await stickyComment(place, 'refusal').ensure(message('refusal', language, { user, rule }));
}
