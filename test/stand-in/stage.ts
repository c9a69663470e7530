import { randomUUID } from 'node:crypto';
import {
  addComment,
  addIssue,
  addRepository,
  addUser,
  type NewRepository,
  userNamed,
} from './actions.ts';
import { payloadOf } from './emit.ts';
import { found } from './find.ts';
import { finishChecks } from './finish-checks.ts';
import { commitFiles, headOf } from './git.ts';
import { followHeads } from './heads.ts';
import { renderComment, renderIssue } from './render/issue.ts';
import { deliver } from './webhooks.ts';
import type { Delivery, Fault, Repository, User, World } from './world.ts';

interface Written {
  /** `owner/name` */
  repo: string;
  /** Login of the author. */
  by: string;
  body: string;
  /** `edited`, `deleted`; `opened` or `created` when absent. */
  action?: string;
}

interface Push {
  repo: string;
  by: string;
  branch: string;
  files: Record<string, string>;
  message?: string;
}

/** What people and GitHub itself do in a test: write, push, let CI finish, lose an answer. */
export function stage(world: World, root: string) {
  const repository = (name: string): Repository => found(world.repositories.get(name));
  const send = (event: string, target: Repository, sender: User, content: object) =>
    deliver(world, { event, payload: payloadOf(world, target, sender, content) });

  return {
    /** Where the App listens for webhooks; they fail while it is empty. */
    get webhookUrl(): string {
      return world.webhookUrl;
    },
    set webhookUrl(url: string) {
      world.webhookUrl = url;
    },
    repository,
    addRepository: (options: NewRepository) => addRepository(world, root, options),
    addUser: (login: string, can?: Parameters<typeof addUser>[2], type?: User['type']) =>
      addUser(world, login, can, type),

    openIssue: async ({ repo, by, body, action = 'opened', at }: Written & { at?: string }) => {
      const target = repository(repo);
      const issue = addIssue(world, target, by, body);
      if (at) issue.created_at = at;
      const content = { action, issue: renderIssue(world, target, issue) };
      return { issue, delivery: await send('issues', target, issue.user, content) };
    },

    comment: async ({ repo, by, body, issue, action = 'created' }: Written & { issue: number }) => {
      const target = repository(repo);
      const comment = addComment(world, target, { by, issue, body });
      const topics = [...target.issues, ...target.pulls];
      const about = found(topics.find(({ number }) => number === issue));
      const content = {
        ...{ action, issue: renderIssue(world, target, about) },
        comment: renderComment(world, target, comment),
      };
      return { comment, delivery: await send('issue_comment', target, comment.user, content) };
    },

    /** Commits to a branch as a person; open pull requests from it follow. */
    push: async ({ repo, by, branch, files, message }: Push): Promise<string> => {
      const target = repository(repo);
      await commitFiles(target.directory, branch, files, message);
      await followHeads(world, target, userNamed(world, by));
      return found(await headOf(target.directory, branch));
    },

    /** The repository's own CI ends on a commit: a check run of GitHub Actions, and its webhooks. */
    finishChecks: (repo: string, sha: string, conclusion: 'success' | 'failure') =>
      finishChecks(world, repository(repo), sha, conclusion),

    /** Sends a delivery again, under its own id or another one. */
    redeliver: (delivery: Delivery, guid: string = delivery.guid) =>
      deliver(world, { event: delivery.event, payload: delivery.payload, guid }),

    failNext: (fault: Fault) => {
      world.faults.push(fault);
    },
    /** Uses the primary rate limit up; it is full again after these seconds. */
    exhaust: (seconds: number) => {
      const reset = Math.ceil(Date.now() / 1000 + seconds);
      Object.assign(world.limits, { remaining: 0, reset });
    },
    /** For so many seconds, writes meet the secondary rate limit. */
    slowDown: (seconds: number, status: 403 | 429 = 403) => {
      world.limits.secondary = { status, until: Date.now() / 1000 + seconds };
    },
    /** A code as GitHub's manifest page hands it to the browser. */
    registerApp: (name: string): string => {
      const code = randomUUID();
      world.pendingApps.push({ code, name });
      return code;
    },
  };
}
