import type { FastifyInstance } from 'fastify';

/** Lambda says that an environment ends only where an extension is; then connections are closed. */
export function closeOnStop(app: FastifyInstance) {
  process.once('SIGTERM', () => {
    void app.close().finally(() => process.exit(0));
  });
}
