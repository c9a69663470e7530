import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startStandIn } from '../../test/stand-in/index.ts';
import { startApp } from '../../test/stand-in/start-app.ts';

/** The App as in production, with GitHub on this machine, and a way to talk to it. */
export async function openConversation() {
  const github = await startStandIn();
  const data = await mkdtemp(join(tmpdir(), 'transcript-'));
  const app = await startApp({
    ...github.appEnv,
    ...{ SOTACODE_DATA: data, DATABASE_URL: '', OPENAI_API_KEY: '' },
  });
  github.webhookUrl = app.webhookUrl;
  return {
    github,
    /** A repository of Ann's, who may write to it; Bob may read. */
    repository: async (name: string, files: Record<string, string> = {}) => {
      const repo = `ann/${name}`;
      const repository = await github.addRepository({
        name: repo,
        files: { LICENSE: 'MIT', ...files },
      });
      github.addUser('ann', { [repo]: 'write' });
      github.addUser('bob', { [repo]: 'read' });
      const answers = () => repository.comments.filter(({ user }) => user.type === 'Bot');
      /** Says something and gives the App's newest comment that contains `expected`. */
      const ask = async (body: string, expected: string, by = 'ann'): Promise<string> => {
        const known = new Map(answers().map(({ id, body: text }) => [id, text]));
        if (repository.issues.length === 0) await github.openIssue({ repo, by, body });
        else await github.comment({ repo, by, body, issue: 1 });
        for (let tries = 0; tries < 600; tries += 1) {
          const answer = answers().find(
            ({ id, body: text }) => text.includes(expected) && known.get(id) !== text,
          );
          if (answer) return answer.body.replaceAll(github.url, 'https://github.com');
          await wait(100);
        }
        throw new Error(`No answer to ${body} contains ${expected}`);
      };
      return { ask, repository };
    },
    close: async () => {
      await app.stop();
      await github.close();
      await rm(data, { recursive: true, force: true });
    },
  };
}
export type Conversation = Awaited<ReturnType<typeof openConversation>>;
