import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { describeConnectionError } from './describe-connection-error.ts';

/** Two numbers name the lock that keeps two starting servers from migrating at once. */
const migrationLock = [7_301, 1];

/** On a connection of its own, where no statement timeout cuts a long migration short. */
export async function migrateAlone(
  connection: pg.ClientConfig,
  migrationsFolder: string,
  onWait: () => void,
) {
  const client = new pg.Client(connection);
  // What is being awaited fails, too; without a listener the process would end instead.
  client.on('error', () => {});
  await client.connect().catch(describeConnectionError);
  try {
    await lock(client, onWait);
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await client.end();
  }
}

async function lock(client: pg.Client, onWait: () => void) {
  const { rows } = await client.query(
    'select pg_try_advisory_lock($1, $2) as locked',
    migrationLock,
  );
  if (rows[0].locked) return;
  onWait();
  await client.query('select pg_advisory_lock($1, $2)', migrationLock);
}
