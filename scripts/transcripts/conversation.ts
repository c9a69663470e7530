import { setTimeout as wait } from 'node:timers/promises';
import { openApp } from '../../test/stand-in/open-app.ts';

interface Said {
  by?: string;
  /** Number of the issue or pull request. */
  issue?: number;
}

/** The App as in production, with GitHub on this machine, and a way to talk to it. */
export async function openConversation() {
  const { github, close } = await openApp();
  /** A repository of Ann's, who may write to it; Bob may read. */
  const repository = async (name: string, files: Record<string, string> = {}) => {
    const repo = `ann/${name}`;
    const made = await github.addRepository({ name: repo, files: { LICENSE: 'MIT', ...files } });
    github.addUser('ann', { [repo]: 'write' });
    github.addUser('bob', { [repo]: 'read' });
    const answers = () => made.comments.filter(({ user }) => user.type === 'Bot');
    /** Says something and gives the App's newest comment that contains `expected`. */
    const ask = async (body: string, expected: string, { by = 'ann', issue = 1 }: Said = {}) => {
      const known = new Map(answers().map(({ id, body: text }) => [id, text]));
      if (made.issues.length === 0) await github.openIssue({ repo, by, body });
      else await github.comment({ repo, by, body, issue });
      for (let tries = 0; tries < 600; tries += 1) {
        const answer = answers().find(
          ({ id, body: text }) => text.includes(expected) && known.get(id) !== text,
        );
        if (answer) return answer.body.replaceAll(github.url, 'https://github.com');
        await wait(100);
      }
      throw new Error(`No answer to ${body} contains ${expected}`);
    };
    return { ask, repository: made };
  };
  return { github, repository, close };
}
export type Conversation = Awaited<ReturnType<typeof openConversation>>;
