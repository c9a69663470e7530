import { eq, type SQL, sql } from 'drizzle-orm';
import type { PgColumn } from 'drizzle-orm/pg-core';
import type { FastifyInstance } from 'fastify';
import type { Identity } from '../../contracts/identity.ts';
import { refusal } from './refusal.ts';
import type { WriteLimits } from './write-limits.ts';

interface Owned {
  ownerId: string;
}

/** Whose rows a query is limited to; null for anybody's, which has to be said. */
export type OwnerLimit = string | null;

export interface OwnWriteLimits extends WriteLimits {
  ownerLimit: OwnerLimit;
}

/** Callers are limited to their own rows, admins see all. */
export const ownerLimitOf = ({ userId, role }: Identity): OwnerLimit =>
  role === 'admin' ? null : userId;

export const owns = (identity: Identity, { ownerId }: Owned) =>
  identity.role === 'admin' || identity.userId === ownerId;

/** A condition, or nothing where anybody's rows will do. */
export const ownedWithin = (column: PgColumn, ownerLimit: OwnerLimit) =>
  ownerLimit === null ? undefined : eq(column, ownerLimit);

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
