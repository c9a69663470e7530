import { join } from 'node:path';
import { offlinePlanner } from '../../../src/llm/offline/offline-planner.ts';
import { treeCatalogue } from '../../../src/registry/tree-catalogue.ts';
import { createWeb, type WebParts } from '../../../src/web/create-web.ts';
import { readWebSettings } from '../../../src/web/read-web-settings.ts';

export const catalogue = await treeCatalogue(join(import.meta.dirname, '../../..')).load();

const roomy = {
  SOTACODE_API_REQUESTS_PER_MINUTE: '1000',
  SOTACODE_API_PLANS_PER_MINUTE: '1000',
  SOTACODE_API_RENDERS_PER_MINUTE: '1000',
};

/** The web over the real catalogue and the offline planner; `errors` collects what is our fault. */
export async function openWeb(env: Record<string, string> = {}, parts: Partial<WebParts> = {}) {
  const errors: Error[] = [];
  const web = await createWeb({
    settings: readWebSettings({ ...roomy, ...env }),
    catalogue,
    planner: offlinePlanner,
    clock: { now: () => new Date() },
    appUrl: async () => 'https://github.com/apps/sotacode',
    onError: (error) => void errors.push(error),
    ...parts,
  });
  const post = (url: string, payload: object, headers: Record<string, string> = {}) =>
    web.inject({ method: 'POST', url, payload, headers });
  return { web, post, errors };
}
