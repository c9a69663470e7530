import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { found } from './find.ts';
import { commitFiles, git } from './git.ts';
import { nextNumber } from './next-number.ts';
import type { Comment, Issue, Repository, User, World } from './world.ts';

export interface NewRepository {
  /** `owner/name` */
  name: string;
  /** Committed to the default branch; without them the repository is empty. */
  files?: Record<string, string>;
  defaultBranch?: string;
}

export async function addRepository(
  world: World,
  root: string,
  { name: fullName, files, defaultBranch = 'main' }: NewRepository,
): Promise<Repository> {
  const [owner = '', name = ''] = fullName.split('/');
  const directory = join(root, `${owner}/${name}.git`);
  await mkdir(directory, { recursive: true });
  await git(directory, ['init', '--bare', '--quiet', `--initial-branch=${defaultBranch}`]);
  await git(directory, ['config', 'http.receivepack', 'true']);
  if (files) await commitFiles(directory, defaultBranch, files, 'Initial commit');
  const repository: Repository = {
    ...{ id: world.nextId(), owner, name, directory, defaultBranch, permissions: new Map() },
    ...{ issues: [], comments: [], pulls: [], checkRuns: [], reactions: [] },
  };
  world.repositories.set(fullName, repository);
  return repository;
}

/** A user, with what he may do in repositories: `{ 'ann/shop': 'write' }`. */
export function addUser(
  world: World,
  login: string,
  permissions: Record<string, 'admin' | 'write' | 'read'> = {},
  type: User['type'] = 'User',
): User {
  const user: User = { id: world.nextId(), login, type };
  world.users.set(login, user);
  for (const [name, permission] of Object.entries(permissions)) {
    found(world.repositories.get(name)).permissions.set(login, permission);
  }
  return user;
}

export function addIssue(world: World, repository: Repository, by: string, body: string): Issue {
  const issue: Issue = {
    ...{ id: world.nextId(), number: nextNumber(repository), title: 'A server, please', body },
    ...{ state: 'open', user: found(world.users.get(by)), created_at: timestamp() },
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
    ...{ id: world.nextId(), issue, body, user: found(world.users.get(by)) },
    ...{ created_at: at, updated_at: at },
  };
  repository.comments.push(comment);
  return comment;
}

/** GitHub's timestamps have whole seconds. */
const timestamp = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
