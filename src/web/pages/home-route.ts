import type { FastifyPluginAsync } from 'fastify';
import packageJson from '../../../package.json' with { type: 'json' };
import { repository } from '../setup/app-manifest.ts';
import { servePages } from './pages.ts';

export interface HomeParts {
  /** The App's page on GitHub; asked for until it is known. */
  appUrl: () => Promise<string>;
  modules: number;
}

/** What a person sees who opens the App's address. */
export const homeRoute: FastifyPluginAsync<HomeParts> = async (app, { appUrl, modules }) => {
  const sendPage = await servePages(app);
  let known: string | undefined;
  app.get('/', { schema: { hide: true } }, async (_request, reply) => {
    known ??= await appUrl().catch(() => undefined);
    const install = known && `${known}/installations/new`;
    const { version } = packageJson;
    return sendPage(reply, 'home', { title: 'SotACode', install, repository, version, modules });
  });
};
