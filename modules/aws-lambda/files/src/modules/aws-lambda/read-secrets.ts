import { setTimeout as sleep } from 'node:timers/promises';
import { askParameterStore, isWorthRetrying } from './ask-parameter-store.ts';

const pauses = [100, 400];

/**
 * The parameters directly below a path, by their last names: `/shop/DATABASE_URL`. Read once per
 * environment, so that they stand in no configuration that others may look at.
 */
export async function readSecrets(
  path: string,
  env: NodeJS.ProcessEnv,
): Promise<Record<string, string>> {
  const secrets: Record<string, string> = {};
  let token: string | undefined;
  do {
    const page = await readPage({ Path: path, NextToken: token }, env);
    for (const { Name, Value } of page.Parameters)
      secrets[Name.slice(Name.lastIndexOf('/') + 1)] = Value;
    token = page.NextToken;
  } while (token);
  return secrets;
}

async function readPage(
  query: { Path: string; NextToken: string | undefined },
  env: NodeJS.ProcessEnv,
) {
  for (let attempt = 0; ; attempt++) {
    const page = await askParameterStore({ ...query, WithDecryption: true }, env).catch(
      (error: unknown) => error as Error,
    );
    if (!(page instanceof Error)) return page;
    const pause = pauses[attempt];
    if (pause === undefined || !isWorthRetrying(page)) throw unreadable(query.Path, page);
    await sleep(pause * (0.5 + Math.random()));
  }
}

const unreadable = (path: string, cause: Error) =>
  Object.assign(
    new Error(
      `The secrets below ${path} (SECRETS_PATH) in Parameter Store cannot be read: ${cause.message}.`,
      { cause },
    ),
    { name: 'ConfigError' },
  );
