import { and, eq, sql } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import { type PasswordChanges, passwordChanges } from './password-changes.ts';
import type { PasswordHasher } from './password-hasher.ts';
import { passwordWeakness } from './password-policy.ts';
import { credentials } from './table.ts';

export interface Passwords extends PasswordHasher, PasswordChanges {
  minLength: number;
  /** Throws the problem `weak-password` (400) for one that is easily guessed. */
  assertStrong(password: string, email: string): void;
  find(userId: string): Promise<string | undefined>;
  save(userId: string, passwordHash: string, db?: Database): Promise<void>;
  /** False when the hash to be replaced is not that of the user any more. */
  replace(userId: string, old: string, passwordHash: string, db?: Database): Promise<boolean>;
  /** Keeps the hash as it is until the transaction ends; false when it is not that one any more. */
  hold(userId: string, passwordHash: string, tx: Database): Promise<boolean>;
}

declare module 'fastify' {
  interface FastifyInstance {
    passwords: Passwords;
  }
}

/** Everything about passwords that is not a route. */
export function passwordStore(
  app: FastifyInstance,
  hasher: PasswordHasher,
  minLength: number,
): Passwords {
  const { db, problem } = app;
  return {
    ...hasher,
    ...passwordChanges(app),
    ...storedHashes(db),
    minLength,
    assertStrong(password, email) {
      const weakness = passwordWeakness(password, email);
      if (weakness) throw problem(400, 'weak-password', `${weakness} Choose another one.`);
    },
  };
}

type Stored = Pick<Passwords, 'find' | 'save' | 'replace' | 'hold'>;

function storedHashes(db: Database): Stored {
  const isStill = (userId: string, passwordHash: string) =>
    and(eq(credentials.userId, userId), eq(credentials.passwordHash, passwordHash));

  return {
    async find(userId) {
      const [found] = await db.select().from(credentials).where(eq(credentials.userId, userId));
      return found?.passwordHash;
    },
    async save(userId, passwordHash, on = db) {
      const changes = { passwordHash, updatedAt: new Date() };
      await on
        .insert(credentials)
        .values({ userId, ...changes })
        .onConflictDoUpdate({ target: credentials.userId, set: changes });
    },
    async replace(userId, old, passwordHash, on = db) {
      const changes = { passwordHash, updatedAt: new Date() };
      const itself = isStill(userId, old);
      return (await on.update(credentials).set(changes).where(itself).returning()).length > 0;
    },
    async hold(userId, passwordHash, tx) {
      // Before anything that belongs to the account, as its deletion does.
      await tx.execute(sql`select 1 from users where id = ${userId} for key share`);
      const held = isStill(userId, passwordHash);
      return (await tx.select().from(credentials).where(held).for('share')).length > 0;
    },
  };
}
