import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { orderRequests } from './table.ts';

/** An Idempotency-Key and what was asked for with it. */
export interface RequestKey {
  key: string;
  fingerprint: string;
}

export const requestKey = (key: string | undefined, asked: unknown): RequestKey | undefined =>
  key === undefined
    ? undefined
    : { key, fingerprint: createHash('sha256').update(JSON.stringify(asked)).digest('base64url') };

/**
 * Ties the key to an order that is about to be made; resolves to the id of the order that it made
 * before, if it did. Those who come with the same key meanwhile wait here for that transaction.
 */
export async function claimKey(
  tx: Database,
  { key, fingerprint }: RequestKey,
  { userId, orderId }: { userId: string; orderId: string },
  problem: FastifyInstance['problem'],
): Promise<string | undefined> {
  const claimed = await tx
    .insert(orderRequests)
    .values({ userId, key, fingerprint, orderId, createdAt: sql`now()` })
    .onConflictDoNothing()
    .returning({ key: orderRequests.key });
  if (claimed.length > 0) return undefined;
  const before = await orderOfKey(tx, { key, fingerprint }, userId, problem);
  if (before === undefined)
    throw problem(409, 'try-again', 'The key was just forgotten: try again.');
  return before;
}

/** The order that this key has made, if it has; refused when it made it of another request. */
export async function orderOfKey(
  db: Database,
  { key, fingerprint }: RequestKey,
  userId: string,
  problem: FastifyInstance['problem'],
): Promise<string | undefined> {
  const [before] = await db
    .select()
    .from(orderRequests)
    .where(and(eq(orderRequests.userId, userId), eq(orderRequests.key, key)));
  if (before && before.fingerprint !== fingerprint)
    throw problem(422, 'idempotency-key-reused', 'This Idempotency-Key came with another request.');
  return before?.orderId;
}
