import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { userNamed } from './actions.ts';
import { createWorld } from './create-world.ts';
import { serve } from './serve.ts';
import { stage } from './stage.ts';
import type { World } from './world.ts';

/**
 * A GitHub on loopback over real git: bare repositories on disk, clone and push by git itself,
 * App JWTs and installation tokens, REST, signed webhooks. Every call to it is held against
 * GitHub's own description of its API; `close` throws when one contradicted that.
 *
 *   const github = await startStandIn();
 *   await github.addRepository({ name: 'ann/shop', files: { LICENSE: 'MIT' } });
 *   github.addUser('ann', { 'ann/shop': 'write' });
 *   const app = await startApp(github.appEnv);          // start-app.ts, as in production
 *   github.webhookUrl = app.webhookUrl;
 *   const { issue } = await github.openIssue({ repo: 'ann/shop', by: 'ann', body: '/sotacode build …' });
 *   github.repository('ann/shop').pulls;                // state to assert on, also .comments, .checkRuns
 *   github.cloneUrl('ann/shop');                        // for git clone; cloneUrl('ann/shop', 'ann') to push
 *   github.requests;                                    // every REST call, in order
 *   await github.push({ repo: 'ann/shop', by: 'ann', branch: 'sotacode/x-1', files: { a: '1' } });
 *   await github.finishChecks('ann/shop', sha, 'success');
 *   github.failNext({ method: 'POST', path: /pulls$/, when: 'after', status: 502 });
 *   github.exhaust(2); github.slowDown(2, 429);         // rate limits, in seconds
 *   await app.stop(); await github.close();
 */
export async function startStandIn() {
  const world = createWorld();
  const root = await mkdtemp(join(tmpdir(), 'stand-in-'));
  const server = await serve(world);
  return Object.assign(stage(world, root), {
    ...{ world, url: world.url, requests: world.requests, deliveries: world.deliveries },
    /** What the App needs in its environment to take this for GitHub. */
    appEnv: appEnv(world),
    token: (login?: string) => tokenFor(world, login),
    cloneUrl: (name: string, login?: string) => cloneUrl(world, name, login),
    /** Waits for the webhooks that are under way. */
    settled: () => settled(world),
    close: async () => {
      await settled(world);
      await server.close();
      await rm(root, { recursive: true, force: true });
      if (world.breaches.length > 0) throw new Error(world.breaches.join('\n'));
    },
  });
}
export type StandIn = Awaited<ReturnType<typeof startStandIn>>;

/** A token for clients of a test's own: the installation's, or that of a person. */
function tokenFor(world: World, login?: string): string {
  const token = `${login ? 'ghp' : 'ghs'}_${world.nextId()}`;
  const { app, bot } = world;
  const [user, permissions] = login ? [userNamed(world, login), null] : [bot, app.permissions];
  world.tokens.set(token, { user, permissions, repositories: null });
  return token;
}

function cloneUrl(world: World, name: string, login?: string): string {
  if (!login) return `${world.url}/${name}.git`;
  const url = new URL(`${world.url}/${name}.git`);
  return Object.assign(url, { username: login, password: tokenFor(world, login) }).href;
}

async function settled({ outbox }: World): Promise<void> {
  while (outbox.size > 0) await Promise.all(outbox);
}

const appEnv = ({ app, url }: World) => ({
  APP_ID: String(app.id),
  PRIVATE_KEY: app.privateKey,
  WEBHOOK_SECRET: app.secret,
  GHE_HOST: url.replace('http://', ''),
  GHE_PROTOCOL: 'http',
});
