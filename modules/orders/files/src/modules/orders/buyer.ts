import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { orders } from './table.ts';

type Problem = FastifyInstance['problem'];

/**
 * Locks the buyer's account before any product, as whoever deletes it locks it before anything that
 * belongs to it. Of several orders of one person each waits here for the one before.
 */
export async function lockBuyer(tx: Database, userId: string, problem: Problem) {
  const [account] = await tx
    .select({ id: sql`id` })
    .from(sql`users`)
    .where(sql`id = ${userId}`)
    .for('no key update');
  if (!account) throw problem(401, 'unauthenticated', 'The account no longer exists.');
}

/** Goods that nobody pays are held for a while: one person is not to hold them all. */
export async function limitPending(tx: Database, userId: string, most: number, problem: Problem) {
  const isTheirs = and(eq(orders.userId, userId), eq(orders.state, 'pending'));
  if ((await tx.$count(orders, isTheirs)) < most) return;
  const detail = `You have ${most} orders that are not paid. Pay or cancel one of them first.`;
  throw problem(409, 'too-many-unpaid', detail);
}
