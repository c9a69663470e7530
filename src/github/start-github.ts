import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Probot } from 'probot';
import type { Clock, Queue } from '../flows/ports.ts';
import { githubApp } from './github-app.ts';
import { commandKind } from './jobs/command-job.ts';
import { type Build, commandHandler } from './jobs/run-command.ts';
import { PatientOctokit } from './octokit.ts';
import type { Settings } from './read-settings.ts';
import { webhookServer } from './webhook-server.ts';

interface Parts {
  settings: Settings;
  queue: Queue;
  build: Build;
  clock: Clock;
}

/** Starts working on stored commands, then listens for new ones. */
export async function startGitHub({ settings, queue, build, clock }: Parts) {
  const { host, port, ...options } = settings;
  const probot = new Probot({ ...options, logFormat: 'json', Octokit: PatientOctokit });
  await probot.load(githubApp(queue));
  const authenticate = (installation: number) => probot.auth(installation);
  await queue.start({ [commandKind]: commandHandler({ authenticate, build, clock }) });

  const server = await webhookServer(probot);
  server.listen({ host, port });
  await once(server, 'listening');
  const address = server.address() as AddressInfo;
  const url = `http://${host}:${address.port}`;
  probot.log.info(`Listening on ${url}`);
  return {
    url,
    /** Answers what has arrived, finishes the jobs at work, then closes the store. */
    stop: async () => {
      server.close();
      server.closeIdleConnections();
      await once(server, 'close');
      await queue.stop();
    },
  };
}
