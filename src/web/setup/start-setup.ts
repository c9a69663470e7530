import type { Clock } from '../../flows/ports.ts';
import { createSetup } from './create-setup.ts';
import { newToken } from './one-time-tokens.ts';

interface Parts {
  env: Record<string, string | undefined>;
  /** The `.env` file that gets the keys. */
  envFile: string;
  clock: Clock;
  log: (message: string) => void;
  onError: (error: Error) => void;
}

/** Serves the first-run page at HOST and PORT, and logs the link that lets its reader register the App. */
export async function startSetup({ env, log, ...parts }: Parts) {
  const { promise: registered, resolve: onRegistered } = Promise.withResolvers<void>();
  const token = newToken();
  const app = await createSetup({ ...parts, env, token, onRegistered });
  const url = await app.listen({ host: env.HOST || '0.0.0.0', port: Number(env.PORT || 3000) });
  const link = (env.SOTACODE_URL || url).replace(/\/+$/, '');
  log(`GitHub does not know this App yet. To set it up, open ${link}/?token=${token}`);
  return {
    url,
    /** Resolves when the keys are in `envFile`: read it, stop this, start the App. */
    registered,
    stop: () => app.close(),
  };
}
