import { type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../contracts/identity.ts';
import { refusal } from './refusal.ts';

interface Owned {
  ownerId: string;
}

/** Whose rows the caller is limited to: their own, or nobody's for an admin, who sees all. */
export const ownerLimitOf = ({ userId, role }: Identity) => (role === 'admin' ? undefined : userId);

export const owns = (identity: Identity, { ownerId }: Owned) =>
  identity.role === 'admin' || identity.userId === ownerId;

/** In a prepared statement: rows of the placeholder `ownerId`, or all when it is null. */
export const withinOwnerLimit = (column: PgColumn): SQL =>
  sql`(${sql.placeholder('ownerId')}::uuid is null or ${column} = ${sql.placeholder('ownerId')})`;

/** Why a write to a row that the caller may see hit nothing: see `refusal`, or it is not theirs. */
export const ownerRefusal = (
  app: FastifyInstance,
  identity: Identity,
  current: Owned | undefined,
) =>
  current && !owns(identity, current)
    ? app.problem(403, 'not-yours', 'This belongs to somebody else.')
    : refusal(app, current);
