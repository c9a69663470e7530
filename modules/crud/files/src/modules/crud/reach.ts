import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Permission } from '../../contracts/permissions.ts';
import type { OwnerLimit } from './ownership.ts';
import { refusal } from './refusal.ts';

interface Owned {
  ownerId: string;
}

export type Caller = Pick<FastifyRequest, 'identity' | 'can'>;

/** Callers are limited to their own rows, unless a permission opens everybody's. */
export const ownerLimitFor = async (caller: Caller, permission: Permission): Promise<OwnerLimit> =>
  (await caller.can(permission)) ? null : caller.identity.userId;

export const isWithinReach = async (
  caller: Caller,
  { ownerId }: Owned,
  permission: Permission,
): Promise<boolean> => caller.identity.userId === ownerId || caller.can(permission);

/** Why a write to a row that the caller may see hit nothing: see `refusal`, or it is not theirs. */
export const reachRefusal = async (
  app: FastifyInstance,
  caller: Caller,
  current: Owned | undefined,
  permission: Permission,
): Promise<Error> =>
  current && !(await isWithinReach(caller, current, permission))
    ? app.problem(403, 'not-yours', 'This belongs to somebody else.')
    : refusal(app, current);
