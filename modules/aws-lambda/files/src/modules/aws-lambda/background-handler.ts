import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { startOrExplain } from './start-or-explain.ts';

const Config = Type.Object({ SHUTDOWN_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 0 }) });

/** Beside the stop itself. */
const reserveMs = 5_000;

/**
 * Runs a whole server that nobody can reach, because the parts of it that work by themselves begin
 * when it listens; and stops it in time, so that they finish what they have begun or give it back.
 */
export const backgroundHandler =
  (start: () => Promise<FastifyInstance>) => async (_event: unknown, context: Context) => {
    const app = await startOrExplain(start);
    try {
      const { SHUTDOWN_TIMEOUT_MS } = app.config(Config);
      await app.listen({ host: '127.0.0.1', port: 0 });
      const ms = context.getRemainingTimeInMillis() - SHUTDOWN_TIMEOUT_MS - reserveMs;
      await sleep(Math.max(0, ms));
    } finally {
      await app.close();
    }
  };
