import { sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { vi } from 'vitest';

/** Sets the clock forward; timers run as before. */
export const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

/** Sets the clock right again. */
export async function setClockRight(app: FastifyInstance) {
  if (!vi.isFakeTimers()) return;
  vi.useRealTimers();
  // The embedded database has the same clock. Statistics that are not written yet would keep a timer
  // in it that is due in the future and fires every millisecond until then.
  if (!process.env.DATABASE_URL) await app.db.execute(sql`select pg_stat_force_next_flush()`);
}
