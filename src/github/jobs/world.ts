import type { Result } from '../../core/errors/problem.ts';
import type { Language } from '../../core/plan/plan.ts';
import type { Built } from '../../flows/build.ts';
import type {
  BuildRequest,
  Catalogue,
  Clock,
  Forge,
  Progress,
  PullRequest,
  Queue,
} from '../../flows/ports.ts';
import type { Ground } from '../../flows/survey.ts';
import type { Octokit } from '../octokit.ts';
import type { Place } from '../progress/sticky-comment.ts';
import type { CommandJob } from './command-job.ts';

interface Ports {
  forge: Forge;
  progress: Progress;
}
export type Build = (
  ports: Ports,
  request: BuildRequest,
  ground: Ground,
) => Promise<Result<PullRequest>>;
export type Preview = (
  ports: Ports,
  request: BuildRequest,
  ground: Ground,
) => Promise<Result<Built>>;

/** What the jobs work with. */
export interface World {
  /** A client that acts as one installation of the App. */
  authenticate(installation: number): Promise<Octokit>;
  build: Build;
  preview: Preview;
  catalogue: Catalogue;
  clock: Clock;
  enqueue: Queue['enqueue'];
}

/** One command, once it is known that its author may give it. */
export interface CommandContext extends Place {
  job: CommandJob;
  language: Language;
  /** A failure now is final, so that the user must be told. */
  last: boolean;
  forge: Forge;
  world: World;
}
