import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { found } from './find.ts';
import { commitFiles, git } from './git.ts';
import { readHeads } from './heads.ts';
import { nextNumber } from './next-number.ts';
import { timestamp } from './timestamp.ts';
import type { Comment, Issue, Repository, Role, User, World } from './world.ts';

export interface NewRepository {
  /** `owner/name` */
  name: string;
  /** Committed to the default branch; without them the repository is empty. */
  files?: Record<string, string>;
  defaultBranch?: string;
  private?: boolean;
}

export async function addRepository(
  world: World,
  root: string,
  { name: fullName, files, defaultBranch = 'main', private: hidden = false }: NewRepository,
): Promise<Repository> {
  const [owner = '', name = ''] = fullName.split('/');
  const directory = join(root, `${owner}/${name}.git`);
  await mkdir(directory, { recursive: true });
  await git(directory, ['init', '--bare', '--quiet', `--initial-branch=${defaultBranch}`]);
  await git(directory, ['config', 'http.receivepack', 'true']);
  if (files) await commitFiles(directory, defaultBranch, files, 'Initial commit');
  const repository: Repository = {
    ...{ id: world.nextId(), owner, name, private: hidden, created_at: timestamp() },
    ...{ directory, defaultBranch, permissions: new Map(), heads: await readHeads(directory) },
    ...{ labels: [], issues: [], comments: [], pulls: [] },
    ...{ checkRuns: [], statuses: [], reactions: [] },
  };
  world.repositories.set(fullName, repository);
  return repository;
}

/** A user, with what he may do in repositories: `{ 'ann/shop': 'write' }`. */
export function addUser(
  world: World,
  login: string,
  permissions: Record<string, Role> = {},
  type: User['type'] = 'User',
): User {
  const user: User = world.users.get(login) ?? { id: world.nextId(), login, type };
  world.users.set(login, user);
  for (const [name, permission] of Object.entries(permissions)) {
    found(world.repositories.get(name)).permissions.set(login, permission);
  }
  return user;
}

export function addIssue(world: World, repository: Repository, by: string, body: string): Issue {
  const at = timestamp();
  const issue: Issue = {
    ...{ id: world.nextId(), number: nextNumber(repository), title: 'A server, please', body },
    ...{ state: 'open', user: userNamed(world, by), labels: [] },
    ...{ created_at: at, updated_at: at, closed_at: null },
  };
  repository.issues.push(issue);
  return issue;
}

export function addComment(
  world: World,
  repository: Repository,
  { by, issue, body }: { by: string; issue: number; body: string },
): Comment {
  const at = timestamp();
  const comment: Comment = {
    ...{ id: world.nextId(), issue, body, user: userNamed(world, by) },
    ...{ created_at: at, updated_at: at },
  };
  repository.comments.push(comment);
  return comment;
}

export const userNamed = ({ bot, users }: World, login: string): User =>
  login === bot.login ? bot : found(users.get(login));
