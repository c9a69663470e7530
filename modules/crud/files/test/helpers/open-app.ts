import type { FastifyInstance } from 'fastify';
import { onTestFinished } from 'vitest';
import { listening } from './listening.ts';
import { realtimeClient } from './realtime-client.ts';
import { startTestApp } from './test-app.ts';

let shared: Promise<FastifyInstance> | undefined;

/** The worker's server to which everybody connects, so that it is the rooms that keep them out. */
export async function openApp() {
  shared ??= startTestApp({ REALTIME_ANONYMOUS: 'true', PGLITE_DIR: 'memory://' });
  const app = await shared;
  const url = await listening(app);
  return {
    app,
    async listen(headers: Record<string, string> = {}) {
      const client = await realtimeClient(url, { headers });
      onTestFinished(() => client.close());
      return {
        /** `ok`, or why not. */
        async join(room: string) {
          const { type, code = type } = await client.ask({ type: 'join', room });
          return code;
        },
        heard: () => client.frames.filter(({ type }) => type === 'event'),
      };
    },
  };
}
