import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it } from 'vitest';
import { client } from '../../scripts/catalogue/drive/client.ts';
import { startDrive } from '../../scripts/catalogue/drive/start-drive.ts';
import { findPostgres, freshDatabase } from '../helpers/postgres.ts';
import { buildShop, secret, startBundle, thorough } from './shop.ts';

const rounds = thorough ? 50 : 3;
const writers = 8;
const postgres = await findPostgres();

/** Writes until the server is gone; the ids that it acknowledged. */
async function writeUntilGone(url: string, headers: Record<string, string>): Promise<string[]> {
  const { send, close } = client(url, writers, false);
  const ids: string[] = [];
  const write = async () => {
    for (;;) {
      const body = JSON.stringify({ name: `Brand ${randomUUID()}` });
      const type = { 'content-type': 'application/json' };
      const answer = await send({
        method: 'POST',
        path: '/brands',
        headers: { ...headers, ...type },
        body,
      });
      if (answer.status === 0) return;
      expect(answer.status, answer.body).toBe(201);
      ids.push(JSON.parse(answer.body).id);
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  close();
  return ids;
}

if (!postgres) console.warn('Skipped: kill -9 under writes, because there is no PostgreSQL.');

it.runIf(postgres)(
  `keeps what it acknowledged through ${rounds} × kill -9`,
  async () => {
    const DATABASE_URL = await freshDatabase(postgres ?? '', 'sotacode_faults_kill');
    const folder = await buildShop('kill');
    const drive = await startDrive(folder, {
      DATABASE_URL,
      JWT_SECRET: secret,
      ACCESS_TOKEN_SECONDS: '3600',
    });
    const person = await drive.signIn?.('admin');
    await drive.stop();

    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const server = await startBundle(folder, { DATABASE_URL, LOG_LEVEL: 'warn' });
      const writing = writeUntilGone(server.url, person?.headers ?? {});
      await sleep(100 + ((round * 37) % 300));
      await server.kill('SIGKILL');
      const ids = await writing;
      expect(ids.length).toBeGreaterThan(0);
      acknowledged.push(...ids);
    }

    const server = await startBundle(folder, { DATABASE_URL, LOG_LEVEL: 'warn' });
    expect(await server.kill('SIGTERM')).toBe(0);
    const database = new pg.Client({ connectionString: DATABASE_URL });
    await database.connect();
    const { rows } = await database.query('select id from brands where id = any($1)', [
      acknowledged,
    ]);
    await database.end();
    expect(rows).toHaveLength(acknowledged.length);
  },
  1_200_000,
);
