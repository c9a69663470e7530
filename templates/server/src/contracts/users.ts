import type { Database } from './database.ts';

export type Role = 'member' | 'admin';

export interface User {
  id: string;
  email: string;
  name: string;
  role: Role;
  createdAt: Date;
  updatedAt: Date;
}

export interface NewUser {
  email: string;
  name: string;
  role?: Role;
}

export interface Users {
  /** Throws the problem `email-taken` (409). Pass a transaction to create more with the user. */
  create(user: NewUser, db?: Database): Promise<User>;
  findById(id: string): Promise<User | null>;
  /** The e-mail's case does not matter. */
  findByEmail(email: string): Promise<User | null>;
  /** Null when there is no such user. Throws `last-admin` (409) when no admin would be left. */
  update(id: string, changes: { name?: string; role?: Role }): Promise<User | null>;
  /** Deletes a user and all that belongs to them; `last-admin` (409) as above. */
  delete(id: string): Promise<void>;
  /** Asks before a user is deleted, in the same transaction: a check that throws keeps them. */
  beforeDelete(check: (userId: string, db: Database) => Promise<void>): void;
  /** Calls back, in this process, after a user was changed or deleted. */
  onChange(listener: (userId: string) => void): void;
}

declare module 'fastify' {
  interface FastifyInstance {
    users: Users;
  }
}
