import pg from 'pg';
import { freshDatabase } from '../../test/helpers/postgres.ts';

const server = process.env.DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** An empty database; commits do not wait for the disk, which is the same for everybody. */
export async function emptyDatabase(name: string): Promise<string> {
  const url = await freshDatabase(server, name);
  await query(server, `alter database "${name}" set synchronous_commit = off`);
  return url;
}

export async function copyDatabase(from: string, name: string): Promise<string> {
  await query(server, `drop database if exists "${name}" with (force)`);
  await query(server, `create database "${name}" template "${from}"`);
  await query(server, `alter database "${name}" set synchronous_commit = off`);
  return Object.assign(new URL(server), { pathname: `/${name}` }).href;
}

export const dropDatabase = (url: string) =>
  query(server, `drop database "${new URL(url).pathname.slice(1)}" with (force)`);

/** Fifty products, as before each measurement. */
export const seedProducts = (url: string) =>
  query(
    url,
    `truncate products cascade;
    insert into products (id, name, description, price_amount, price_currency, stock, created_at)
    select gen_random_uuid(), 'Product ' || n, 'What product ' || n || ' is good for.', n * 100,
      'EUR', n, now() - n * interval '1 minute' from generate_series(1, 50) n;
    analyze products`,
  );

export async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const result = await client.query(text);
  await client.end();
  return result;
}
