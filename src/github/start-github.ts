import { once } from 'node:events';
import type { RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Probot } from 'probot';
import type { Clock, Queue } from '../flows/ports.ts';
import { githubApp } from './github-app.ts';
import { checksKind } from './jobs/checks-job.ts';
import { commandKind } from './jobs/command-job.ts';
import { checksHandler } from './jobs/mark-ready.ts';
import { commandHandler } from './jobs/run-command.ts';
import { watchHandler, watchKind } from './jobs/watch-plan.ts';
import type { World } from './jobs/world.ts';
import { PatientOctokit } from './octokit.ts';
import type { Settings } from './read-settings.ts';
import { redeliverLost } from './redeliver-lost.ts';
import { webhookServer } from './webhook-server.ts';

interface Parts extends Omit<World, 'authenticate' | 'enqueue'> {
  settings: Settings;
  queue: Queue;
  /** Serves everything beside webhooks. */
  web: { routing: RequestListener };
}

/** Starts working on stored commands, then listens for new ones. */
export async function startGitHub({ settings, queue, web, ...parts }: Parts) {
  const { host, port, ...options } = settings;
  const probot = new Probot({ ...options, logFormat: 'json', Octokit: PatientOctokit });
  await probot.load(githubApp(queue));
  const world: World = {
    ...parts,
    authenticate: (installation) => probot.auth(installation),
    enqueue: queue.enqueue,
  };
  await queue.start({
    [commandKind]: commandHandler(world),
    [watchKind]: watchHandler(world),
    [checksKind]: checksHandler(world),
  });

  const server = await webhookServer(probot, web.routing);
  server.listen({ host, port });
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const url = `http://${host}:${address.port}`;
  probot.log.info(`Listening on ${url}`);
  const reconciler = reconcile(probot, parts.clock);
  return {
    url,
    /** The App's page on GitHub, where people install it. */
    page: async () =>
      (await (await probot.auth()).rest.apps.getAuthenticated()).data?.html_url ?? '',
    /** Answers what has arrived, finishes the jobs at work, then closes the store. */
    stop: async () => {
      reconciler.stop();
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
      await queue.stop();
    },
  };
}

/** A proxy in front notices only after a moment that the App is back. */
const firstAfter = 5_000;
const thenEvery = 10 * 60_000;

/** Soon, and from time to time: what was sent while nobody listened. */
function reconcile(probot: Probot, clock: Clock): { stop: () => void } {
  const run = async () => {
    try {
      const count = await redeliverLost(await probot.auth(), clock.now());
      if (count > 0) probot.log.info({ count }, 'Asked for lost webhooks again');
    } catch (error) {
      probot.log.warn({ err: error }, 'Lost webhooks could not be looked for');
    }
  };
  const first = setTimeout(run, firstAfter);
  const interval = setInterval(run, thenEvery);
  return {
    stop: () => {
      clearTimeout(first);
      clearInterval(interval);
    },
  };
}
