import { sql } from 'drizzle-orm';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

export const app = await testApp();
export type Person = Awaited<ReturnType<typeof signIn>>;

/** An empty shop with a customer and an admin. */
export async function setUp() {
  await resetDatabase(app);
  return { ann: await signIn(app), admin: await signIn(app, { role: 'admin' }) };
}

export const get = (who: Person, url: string) => app.inject({ url, headers: who.headers });
export const post = (
  who: Person,
  url: string,
  payload: object = {},
  headers: Record<string, string> = {},
) => app.inject({ method: 'POST', url, payload, headers: { ...who.headers, ...headers } });

/** Orders so many of each product; more headers such as a key can be given. */
export const order = (
  who: Person,
  quantities: Record<string, number>,
  headers?: Record<string, string>,
) => {
  const lines = Object.entries(quantities).map(([productId, quantity]) => ({
    productId,
    quantity,
  }));
  return post(who, '/orders', { lines }, headers);
};

export async function stockOf(id: string) {
  return (await one<{ stock: number }>(sql`select stock from products where id = ${id}`))?.stock;
}

export async function one<Row>(query: ReturnType<typeof sql>): Promise<Row | undefined> {
  const result = (await app.db.execute(query)) as unknown as { rows: Row[] };
  return result.rows[0];
}

export const countOf = async (table: string) =>
  Number((await one<{ n: string }>(sql`select count(*) as n from ${sql.identifier(table)}`))?.n);

/** Lets the reservation of an order run out. */
export const letExpire = (id: string) =>
  app.db.execute(sql`update orders set expires_at = now() - interval '1 second' where id = ${id}`);
