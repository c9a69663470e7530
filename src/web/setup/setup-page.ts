import { z } from 'zod';
import { appManifest, events } from './app-manifest.ts';
import type { GitHubAddress } from './github-address.ts';
import { missingSettings } from './missing-settings.ts';
import { permissions } from './permissions.ts';
import { isWritable } from './write-env-file.ts';

const text = z.string().max(300).catch('');

export const SetupQuery = z.object({ token: text, address: text, organization: text });
export const CallbackQuery = z.object({ code: text, state: text });

interface Asked {
  env: Record<string, string | undefined>;
  envFile: string;
  github: GitHubAddress;
  query: z.infer<typeof SetupQuery>;
  /** Whether the visitor has the token. */
  trusted: boolean;
  /** The address that the visitor used. */
  here: string;
  /** A state that remembers the address. */
  issue: (address: string) => string;
}

/** What the first page shows; without the token only what is missing. */
export async function setupPage({ env, envFile, github, query, trusted, here, issue }: Asked) {
  const { missing, partly } = missingSettings(env);
  const shown = { title: 'Set SotACode up', missing, partly, trusted };
  if (!trusted || partly) return shown;
  const address = addressOf(query.address) ?? addressOf(env.SOTACODE_URL) ?? here;
  const owner = organization.test(query.organization) ? `/organizations/${query.organization}` : '';
  return {
    ...shown,
    envFile,
    permissions,
    events,
    address,
    token: query.token,
    organization: query.organization,
    unreachable: isLocal(address),
    unwritable: !(await isWritable(envFile)),
    action: `${github.pages}${owner}/settings/apps/new?state=${issue(address)}`,
    manifest: JSON.stringify(appManifest(address)),
  };
}

/** A GitHub login. */
const organization = /^[a-z\d](?:[a-z\d]|-(?=[a-z\d])){0,38}$/i;

function addressOf(given: string | undefined): string | null {
  if (!given || !URL.canParse(given)) return null;
  const { protocol, origin } = new URL(given);
  return /^https?:$/.test(protocol) ? origin : null;
}

const isLocal = (address: string) =>
  /^(localhost|127\.|10\.|192\.168\.|\[::1\])/.test(new URL(address).hostname);
