import { ne, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect } from 'vitest';
import { type OutgoingMail, outgoingMails } from '../../../src/modules/email/table.ts';
import { eventually } from '../../helpers/eventually.ts';
import { startMuteServer } from './start-mute-server.ts';
import { startSmtpServer } from './start-smtp-server.ts';
import { startWorker } from './start-worker.ts';

/** Servers and workers for each test of a file, stopped after it. */
export function usePostOffice(app: FastifyInstance) {
  const started: { stop(): Promise<void> }[] = [];
  beforeEach(async () => void (await app.db.delete(outgoingMails)));
  afterEach(async () => {
    for (const each of started.splice(0).reverse()) await each.stop();
  });
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
    started.push(part);
    return part;
  };
  const rows = () => app.db.select().from(outgoingMails).orderBy(outgoingMails.id);

  return {
    rows,
    server: async (behaviour?: Parameters<typeof startSmtpServer>[0]) =>
      keep(await startSmtpServer(behaviour)),
    muteServer: async (...behaviour: Parameters<typeof startMuteServer>) =>
      keep(await startMuteServer(...behaviour)),
    worker: (options: Parameters<typeof startWorker>[1]) => keep(startWorker(app, options)),
    /** Makes every mail due now, instead of waiting for its next attempt. */
    hasten: () => app.db.execute(sql`update outgoing_mails set due_at = now()`),
    states: async () => (await rows()).map(({ state }) => state),
    /** Resolves to the first mail when it waits after such a failure. */
    waitsBecause: (lastError: RegExp) =>
      eventually(async () => {
        const [row] = await rows();
        expect(row).toMatchObject({
          state: 'waiting',
          lastError: expect.stringMatching(lastError),
        });
        return row;
      }),
    /** Resolves when each mail has reached this state. */
    settled: (state: OutgoingMail['state']) =>
      eventually(async () => {
        const others = await app.db.$count(outgoingMails, ne(outgoingMails.state, state));
        expect(others).toBe(0);
        return rows();
      }, 15_000),
  };
}
