import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import type { Database } from '../../contracts/database.ts';
import type { PasswordHasher } from './password-hasher.ts';
import { passwordWeakness } from './password-policy.ts';
import { credentials } from './table.ts';

export interface Passwords extends PasswordHasher {
  minLength: number;
  /** Throws the problem `weak-password` (400) for one that is easily guessed. */
  assertStrong(password: string, email: string): void;
  find(userId: string): Promise<string | undefined>;
  save(userId: string, passwordHash: string, db?: Database): Promise<void>;
}

declare module 'fastify' {
  interface FastifyInstance {
    passwords: Passwords;
  }
}

/** Everything about passwords that is not a route. */
export function passwordStore(
  { db, problem }: FastifyInstance,
  hasher: PasswordHasher,
  minLength: number,
): Passwords {
  return {
    ...hasher,
    minLength,
    assertStrong(password, email) {
      const weakness = passwordWeakness(password, email);
      if (weakness) throw problem(400, 'weak-password', `${weakness} Choose another one.`);
    },
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
  };
}
