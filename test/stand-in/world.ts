export interface User {
  id: number;
  login: string;
  type: 'User' | 'Bot';
}

/** What a person may do in a repository, by the names of GitHub's roles. */
export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read';

export interface Label {
  id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface Issue {
  id: number;
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  user: User;
  /** Names of the repository's labels. */
  labels: string[];
  created_at: string;
  updated_at: string;
  closed_at: string | null;
}

export interface Comment {
  id: number;
  issue: number;
  body: string;
  user: User;
  created_at: string;
  updated_at: string;
}

export interface Pull extends Issue {
  draft: boolean;
  /** Branches. */
  head: string;
  base: string;
  /** Where the head was when it was last seen: it outlives the branch. */
  headSha: string;
  merged_at: string | null;
  mergedBy: User | null;
  mergeCommit: string | null;
  /** Where the base was before the merge. */
  baseAtMerge: string | null;
}

export interface CheckRun {
  id: number;
  name: string;
  head_sha: string;
  external_id: string;
  status: string;
  conclusion: string | null;
  started_at: string | null;
  completed_at: string | null;
  output: { title: string | null; summary: string | null; text?: string | null };
  details_url: string | null;
  /** Slug of the App that reports it. */
  app: string;
}

export interface CommitStatus {
  id: number;
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description: string | null;
  target_url: string | null;
  created_at: string;
}

export interface Reaction {
  id: number;
  content: string;
  user: User;
  /** `issue:<number>` or `comment:<id>`. */
  on: string;
  created_at: string;
}

export interface Repository {
  id: number;
  owner: string;
  name: string;
  private: boolean;
  created_at: string;
  /** The bare git repository on disk. */
  directory: string;
  defaultBranch: string;
  permissions: Map<string, Role>;
  /** Branch -> commit, as of the last look: a difference is a push. */
  heads: Map<string, string>;
  labels: Label[];
  issues: Issue[];
  comments: Comment[];
  pulls: Pull[];
  checkRuns: CheckRun[];
  statuses: CommitStatus[];
  reactions: Reaction[];
}

export interface RecordedRequest {
  method: string;
  path: string;
  body: unknown;
}

/** Makes the next matching request go wrong. */
export interface Fault {
  method: string;
  path: RegExp;
  /** `before`: no effect. `after`: the effect happens, its answer is lost. `hold`: never answered. */
  when: 'before' | 'after' | 'hold';
  status?: number;
  headers?: Record<string, string>;
  body?: object;
  happened?: () => void;
}

export type Permissions = Record<string, string>;

/** Whom a token speaks for. */
export interface Session {
  user: User;
  /** An installation's permissions; null for people, who have their role. */
  permissions: Permissions | null;
  /** Names of the repositories the token was narrowed to; null for all. */
  repositories: string[] | null;
}

export interface Delivery {
  id: number;
  guid: string;
  event: string;
  payload: object;
  /** What the App answered; 0 when nobody listens. */
  status: number;
  delivered_at: string;
  redelivery: boolean;
  /** Seconds. */
  duration: number;
}

export interface Limits {
  /** Of the primary limit; requests answered by 304 are free. */
  remaining: number;
  /** Unix seconds at which `remaining` is full again. */
  reset: number;
  /** While the secondary limit lasts, writes are refused. */
  secondary: { status: 403 | 429; until: number } | null;
}

/** An App that GitHub made from a manifest, waiting for its code to be exchanged. */
export interface PendingApp {
  code: string;
  name: string;
}

/** Everything the stand-in knows besides git. */
export interface World {
  app: {
    id: number;
    slug: string;
    secret: string;
    privateKey: string;
    publicKey: string;
    permissions: Permissions;
    events: string[];
  };
  bot: User;
  installation: number;
  url: string;
  webhookUrl: string;
  users: Map<string, User>;
  repositories: Map<string, Repository>;
  tokens: Map<string, Session>;
  requests: RecordedRequest[];
  faults: Fault[];
  deliveries: Delivery[];
  /** Webhooks under way. */
  outbox: Set<Promise<unknown>>;
  limits: Limits;
  pendingApps: PendingApp[];
  routes: { method: string; url: string }[];
  /** What contradicts GitHub's own description of its API, one line each. */
  breaches: string[];
  nextId(): number;
}
