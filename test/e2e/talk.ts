import { expect, vi } from 'vitest';
import type { Repository } from '../stand-in/world.ts';
import { type OpenWorld, openWorld } from './open-world.ts';

/** A repository of a test's own, and the ways to talk to the App in it. Ann may write, Bob may read. */
export async function openTalk(world: OpenWorld, name: string, files: Record<string, string> = {}) {
  const { github } = world;
  const repo = `ann/${name}`;
  const repository = await github.addRepository({
    name: repo,
    files: { LICENSE: 'MIT', ...files },
  });
  github.addUser('ann', { [repo]: 'write' });
  github.addUser('bob', { [repo]: 'read' });
  return {
    repo,
    repository,
    /** Opens the issue that everything else is said in, as number 1. */
    open: (body: string, by = 'ann') => github.openIssue({ repo, by, body }),
    say: (body: string, issue = 1, by = 'ann') => github.comment({ repo, by, body, issue }),
    /** Waits for a comment of the App that contains these words. */
    hears: (words: string) => heard(repository, words),
    answers: () => answersIn(repository),
    react: async (comment: number, by: string) => {
      const url = `${github.url}/api/v3/repos/${repo}/issues/comments/${comment}/reactions`;
      const token = github.token(by);
      const headers = { authorization: `token ${token}`, 'content-type': 'application/json' };
      const body = JSON.stringify({ content: '+1' });
      expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(201);
    },
  };
}
export type Talk = Awaited<ReturnType<typeof openTalk>>;

const answersIn = ({ comments }: Repository) => comments.filter(({ user }) => user.type === 'Bot');

const heard = (repository: Repository, words: string) =>
  vi.waitFor(
    () => {
      const answers = answersIn(repository);
      const answer = answers.find(({ body }) => body.includes(words));
      if (answer) return answer;
      throw new Error(`Not yet: ${answers.map(({ body }) => body.slice(0, 500)).join('\n---\n')}`);
    },
    { timeout: 40_000, interval: 100 },
  );

/** Long enough for a job that should not be there to show itself. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 2500));

export { type OpenWorld, openWorld };
