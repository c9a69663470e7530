export interface User {
  id: number;
  login: string;
  type: 'User' | 'Bot';
}

export interface Issue {
  id: number;
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  user: User;
  created_at: string;
}

export interface Comment {
  id: number;
  issue: number;
  body: string;
  user: User;
  created_at: string;
  updated_at: string;
}

export interface Pull {
  id: number;
  number: number;
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  head: string;
  base: string;
  user: User;
}

export interface CheckRun {
  id: number;
  name: string;
  head_sha: string;
  external_id: string;
  status: string;
  conclusion: string | null;
  output: { title: string | null; summary: string | null };
  details_url: string | null;
}

export interface Reaction {
  id: number;
  content: string;
  user: User;
  /** `issue:<number>` or `comment:<id>`. */
  on: string;
}

export interface Repository {
  id: number;
  owner: string;
  name: string;
  /** The bare git repository on disk. */
  directory: string;
  defaultBranch: string;
  permissions: Map<string, 'admin' | 'write' | 'read'>;
  issues: Issue[];
  comments: Comment[];
  pulls: Pull[];
  checkRuns: CheckRun[];
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

/** Everything the stand-in knows besides git. */
export interface World {
  app: { id: number; slug: string; secret: string; privateKey: string; publicKey: string };
  bot: User;
  installation: number;
  url: string;
  users: Map<string, User>;
  repositories: Map<string, Repository>;
  tokens: Set<string>;
  requests: RecordedRequest[];
  faults: Fault[];
  nextId(): number;
}
