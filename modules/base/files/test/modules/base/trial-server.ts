import { Writable } from 'node:stream';
import Fastify, { type FastifyInstance } from 'fastify';
import base from '../../../src/modules/base/index.ts';
import { serverOptions } from '../../../src/modules/base/server-options.ts';

/** A server with nothing but the base module, and the lines that it logs. */
export async function trialServer(env: NodeJS.ProcessEnv = {}) {
  const lines: Record<string, unknown>[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      lines.push(JSON.parse(String(chunk)));
      done();
    },
  });
  const options = serverOptions(env);
  const app: FastifyInstance = Fastify({ ...options, logger: { ...options.logger, stream } });
  await app.register(base, { env });
  return { app, lines };
}
