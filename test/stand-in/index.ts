import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addComment, addIssue, addRepository, addUser, type NewRepository } from './actions.ts';
import { createWorld } from './create-world.ts';
import { found } from './find.ts';
import { renderComment, renderIssue, renderRepository } from './render.ts';
import { serve } from './serve.ts';
import { type Delivery, deliver } from './webhooks.ts';
import type { Fault, Repository, User, World } from './world.ts';

/**
 * A GitHub on loopback over real git: bare repositories on disk, clone and push by git itself,
 * App JWTs and installation tokens, the REST calls the App makes, signed webhooks.
 *
 *   const github = await startStandIn();
 *   await github.addRepository({ name: 'ann/shop', files: { LICENSE: 'MIT' } });
 *   github.addUser('ann', { 'ann/shop': 'write' });
 *   const app = await startApp(github.appEnv);          // start-app.ts, as in production
 *   github.webhookUrl = app.webhookUrl;
 *   const { issue } = await github.openIssue({ repo: 'ann/shop', by: 'ann', body: '/sotacode build …' });
 *   github.repository('ann/shop').pulls;                // state to assert on, also .comments, .checkRuns
 *   github.cloneUrl('ann/shop');                        // for git clone
 *   github.requests;                                    // every REST call, in order
 *   github.failNext({ method: 'POST', path: /pulls$/, when: 'after', status: 502 });
 *   await app.stop(); await github.close();
 */
export async function startStandIn() {
  const world = createWorld();
  const root = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const server = await serve(world);
  return Object.assign(actionsOf(world, root), {
    url: world.url,
    requests: world.requests,
    /** What the App needs in its environment to take this for GitHub. */
    appEnv: appEnv(world),
    /** An installation token, for clients of a test's own. */
    token: () => {
      const token = `ghs_${world.nextId()}`;
      world.tokens.add(token);
      return token;
    },
    cloneUrl: (name: string) => `${world.url}/${name}.git`,
    failNext: (fault: Fault) => {
      world.faults.push(fault);
    },
    close: async () => {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  });
}
export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

const appEnv = ({ app, url }: World) => ({
  APP_ID: String(app.id),
  PRIVATE_KEY: app.privateKey,
  WEBHOOK_SECRET: app.secret,
  GHE_HOST: url.replace('http://', ''),
  GHE_PROTOCOL: 'http',
});

interface Written {
  /** `owner/name` */
  repo: string;
  /** Login of the author. */
  by: string;
  body: string;
  /** `edited`, `deleted`; `opened` or `created` when absent. */
  action?: string;
}

function actionsOf(world: World, root: string) {
  const repository = (name: string) => found(world.repositories.get(name));
  const self = {
    /** Where the App listens for webhooks; they are not sent while it is empty. */
    webhookUrl: '',
    repository,
    addRepository: (options: NewRepository) => addRepository(world, root, options),
    addUser: (login: string, can?: Parameters<typeof addUser>[2], type?: User['type']) =>
      addUser(world, login, can, type),
    openIssue: async ({ repo, by, body, action = 'opened' }: Written) => {
      const target = repository(repo);
      const issue = addIssue(world, target, by, body);
      const payload = { action, issue: renderIssue(world, target, issue) };
      return { issue, delivery: await send('issues', target, issue.user, payload) };
    },
    comment: async ({ repo, by, body, issue, action = 'created' }: Written & { issue: number }) => {
      const target = repository(repo);
      const comment = addComment(world, target, { by, issue, body });
      const about = found(target.issues.find(({ number }) => number === issue));
      const payload = {
        ...{ action, issue: renderIssue(world, target, about) },
        comment: renderComment(world, target, comment),
      };
      return { comment, delivery: await send('issue_comment', target, comment.user, payload) };
    },
    /** Sends a delivery again, under its own id or another one. */
    redeliver: (delivery: Delivery, guid = delivery.guid) =>
      deliver(world, self.webhookUrl, { ...delivery, guid }),
  };

  async function send(event: string, target: Repository, sender: User, content: object) {
    const installation = { id: world.installation };
    const payload = {
      ...{ ...content, sender, installation },
      repository: renderRepository(world, target),
    };
    return deliver(world, self.webhookUrl, { event, payload });
  }
  return self;
}
