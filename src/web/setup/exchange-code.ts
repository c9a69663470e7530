import { Octokit } from '@octokit/rest';
import { z } from 'zod';
import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import type { GitHubAddress } from './github-address.ts';

/** Kept to what a line of a `.env` file holds as it is. */
const plain = z.string().regex(/^[\w+/=.~-]+$/);

const Registration = z.object({
  id: z.int(),
  name: z.string(),
  html_url: z.url({ protocol: /^https?$/ }),
  webhook_secret: plain,
  pem: z.string().startsWith('-----BEGIN'),
});
export type Registration = z.infer<typeof Registration>;

const timeout = 20_000;
const silently = () => {};
/** Octokit would log the address of a failed request, and the code is in it. */
const log = { debug: silently, info: silently, warn: silently, error: silently };

/** The second half of GitHub's manifest flow: a code, good for once, becomes the App's keys. */
export async function exchangeCode(
  { api }: GitHubAddress,
  code: string,
): Promise<Result<Registration>> {
  const octokit = new Octokit({ baseUrl: api, log });
  try {
    const { data } = await octokit.rest.apps.createFromManifest({
      code,
      request: { signal: AbortSignal.timeout(timeout) },
    });
    return ok(Registration.parse(data));
  } catch (error) {
    return fail(problem('setup.refused', { detail: detailOf(error) }));
  }
}

/** Never the error's own words: they may quote what GitHub sent. */
function detailOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'its answer lacks a key';
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' ? `status ${status}` : 'no answer';
}
