import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { readSettings } from '../../../src/github/read-settings.ts';
import { startGitHub } from '../../../src/github/start-github.ts';
import { createQueue } from '../../../src/queue/create-queue.ts';
import { treeCatalogue } from '../../../src/registry/tree-catalogue.ts';
import { fakeBuild } from './fake-build.ts';

/** The App with everything real but the build; run by `startApp` in a process of its own. */
const { env } = process;
const queue = createQueue({
  directory: join(env.SOTACODE_DATA ?? '', 'queue'),
  onError: (error) => console.error(error.stack),
});
const settings = readSettings(env);
const clock = { now: () => new Date() };
const catalogue = treeCatalogue(join(import.meta.dirname, '../../..'));
const preview = () => Promise.reject(new Error('There is no preview here'));
const web = {
  routing: (_: unknown, response: ServerResponse) => void response.writeHead(404).end(),
};
const app = await startGitHub({
  web,
  settings,
  queue,
  build: fakeBuild,
  preview,
  catalogue,
  clock,
});
process.once('SIGTERM', () => app.stop().then(() => process.exit(0)));
