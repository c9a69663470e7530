import type { Problem, Result } from '../core/errors/problem.ts';
import type { CatalogueData, Tree } from '../core/manifest/module.ts';
import type { Language, Plan } from '../core/plan/plan.ts';
import type { TokenUse } from '../core/plan/token-use.ts';

/** A branch as it stands. `files` maps each path to its git blob id. */
export interface Snapshot {
  /** The repository's own name, without its owner. */
  repository: string;
  branch: string;
  /** Null when the repository has no commit yet. */
  commit: string | null;
  files: ReadonlyMap<string, string>;
}

/** One commit on one branch, and the pull request that shows it. */
export interface Proposal {
  branch: string;
  base: Snapshot;
  /** Written as they are; paths of `base` that are not named stay untouched. */
  files: Tree;
  commitMessage: string;
  /** ISO 8601; author and committer date, so that a repeated run makes the same commit id. */
  date: string;
  title: string;
  body: string;
  labels: readonly string[];
  /** Not ready for review until the checks of its commit are green. */
  draft: boolean;
}

export interface PullRequest {
  /** Null where the forge has no pull requests (a local folder). */
  url: string | null;
  number: number | null;
  branch: string;
  commit: string;
}

/** Where a repository lives. Every call is idempotent: find, or create. */
export interface Forge {
  /** A branch, or the default one. `commit` is null where there is no such branch. */
  snapshot(branch?: string): Promise<Snapshot>;
  /** The text of a file of a snapshot, or null when it has no such file. */
  read(snapshot: Snapshot, path: string): Promise<string | null>;
  propose(proposal: Proposal): Promise<Result<PullRequest>>;
}

export interface PlanRequest {
  /** The words of the user, without the command. Data, never instructions. */
  text: string;
  catalogue: CatalogueData;
  /** What the plan's sentences are written in; that of the request when absent. */
  language?: Language;
  /** The repository's choice among the models of the endpoint; planners without models ignore it. */
  model?: string;
  /** Why the resolver refused the previous plan; present only in the repair round. */
  rejected?: { plan: Plan; problems: Problem[] };
}

/** Turns words into a plan. Problems: contradictory, empty, unclear, refused, unavailable. */
export interface Planner {
  name: string;
  plan(request: PlanRequest): Promise<Result<Plan> & { usage?: TokenUse }>;
}

/** Module id -> exact version. */
export type Pins = Readonly<Record<string, string>>;

export interface Catalogue {
  /** The newest of everything, but for the modules that `pins` holds at another version. */
  load(pins?: Pins): Promise<CatalogueData>;
}

export const buildSteps = ['plan', 'resolve', 'render', 'propose'] as const;
/** What a preview goes through: nothing is proposed. */
export const previewSteps = ['plan', 'resolve', 'render'] as const;
export type BuildStep = (typeof buildSteps)[number];

/** What the user watches while a job runs: a check run, a sticky comment, lines in a terminal. */
export interface Progress {
  started(step: BuildStep): Promise<void>;
  finished(step: BuildStep, detail: string): Promise<void>;
  /** `detail` is empty unless the step cost something. The reasons come with the flow's result. */
  failed(step: BuildStep, detail: string): Promise<void>;
}

export interface Clock {
  now(): Date;
}

/** A build asked for by a command. */
export interface BuildRequest {
  text: string;
  language: Language;
  /** What the branch name ends in: the issue's number, or `local`. */
  key: string;
  /** ISO 8601 date of the command; becomes the commit's date. */
  date: string;
  /** Closing reference in the pull request's body, for example `#12`. */
  issue?: string;
  /** A plan that was shown and agreed to: nothing is planned anew. */
  plan?: Plan;
}

/** `last`: a failure now is final, so the handler must tell the user. */
export type JobHandler = (
  payload: unknown,
  attempt: { number: number; last: boolean },
) => Promise<void>;

/** Runs work that must survive a crash. A key is worked once; a repeated key is ignored. */
export interface Queue {
  start(handlers: Record<string, JobHandler>): Promise<void>;
  enqueue(kind: string, key: string, payload: unknown): Promise<{ accepted: boolean }>;
  stop(): Promise<void>;
}
