import { eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Users } from '../../contracts/users.ts';
import { assertAdminLeft } from './assert-admin-left.ts';
import { users } from './table.ts';

/** Users in the database, and a word to those who must know when one changes. */
export function userStore({ db, problem }: FastifyInstance): Users {
  const listeners: ((userId: string) => void)[] = [];
  const checks: Parameters<Users['beforeDelete']>[0][] = [];
  const changed = (userId: string) => {
    for (const listener of listeners) listener(userId);
  };
  const byId = db
    .select()
    .from(users)
    .where(eq(users.id, sql.placeholder('id')))
    .prepare('user_by_id');
  const byEmail = db
    .select()
    .from(users)
    .where(eq(users.email, sql.placeholder('email')))
    .prepare('user_by_email');

  return {
    async create({ email, ...rest }, on = db) {
      const values = { ...rest, email: email.toLowerCase() };
      const [user] = await on.insert(users).values(values).onConflictDoNothing().returning();
      if (!user) throw problem(409, 'email-taken', 'This e-mail address is in use.');
      return user;
    },
    findById: async (id) => (await byId.execute({ id }))[0] ?? null,
    findByEmail: async (email) =>
      (await byEmail.execute({ email: email.toLowerCase() }))[0] ?? null,
    async update(id, changes) {
      const [user] = await db.transaction(async (tx) => {
        if (changes.role === 'member') await assertAdminLeft(tx, id, problem);
        return tx.update(users).set(changes).where(eq(users.id, id)).returning();
      });
      changed(id);
      return user ?? null;
    },
    async delete(id) {
      await db.transaction(async (tx) => {
        await assertAdminLeft(tx, id, problem);
        for (const check of checks) await check(id, tx);
        await tx.delete(users).where(eq(users.id, id));
      });
      changed(id);
    },
    beforeDelete: (check) => void checks.push(check),
    onChange: (listener) => void listeners.push(listener),
  };
}
