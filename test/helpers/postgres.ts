import pg from 'pg';

const fallback = 'postgres://postgres@127.0.0.1:5432/test';

/** The PostgreSQL that tests may use, or null when none answers; CI must have one. */
export async function findPostgres(): Promise<string | null> {
  const url = process.env.DATABASE_URL ?? fallback;
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.end();
    return url;
  } catch (error) {
    if (process.env.CI) throw new Error(`CI needs PostgreSQL at ${url}`, { cause: error });
    console.warn(`Skipped on PostgreSQL: none answers at ${url}; set DATABASE_URL to name one.`);
    return null;
  }
}

/** A fresh database of that name beside the one of `url`. Resolves to its URL. */
export async function freshDatabase(url: string, name: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`drop database if exists "${name}" with (force)`);
  await client.query(`create database "${name}"`);
  await client.end();
  const fresh = new URL(url);
  fresh.pathname = `/${name}`;
  return fresh.href;
}
