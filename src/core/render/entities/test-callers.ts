import type { EntityModel, JoinModel } from './entity-model.ts';
import { isLimited, managersOf, otherRole } from './permissions-of.ts';

/** Who tries an entity in its tests, beside nobody, members and admins: a holder of a role that helps, and of one that does not. */
export const rolesTried = (entity: EntityModel): string[] =>
  [managersOf(entity)[0], otherRole(entity)].filter((role) => role !== undefined);

/** A role that helps to change pairs, and one that does not, with what its holders hear. */
export function pairRoles({ from, to }: JoinModel): {
  may: string | undefined;
  other: { role: string; status: number } | undefined;
} {
  const [may] = managersOf(from, ...(isLimited(to.access.read) ? [to] : []));
  const role = isLimited(from.access.change) ? otherRole(from) : undefined;
  if (!role) return { may, other: undefined };
  const isStopped =
    from.access.change === 'admin' || (to.access.read === 'admin' && !reaches(to, role));
  return { may, other: { role, status: !isStopped && from.access.read === 'owner' ? 404 : 403 } };
}

/** Whether somebody reaches the rows of others: admins, and the holders of a role that manages them. */
export const reaches = (entity: EntityModel, who: string) =>
  who === 'admin' || managersOf(entity).includes(who);

/** `editor: await signInAs(app, 'editor')` */
export const signInRole = (role: string) => `'${role}': await signInAs(app, '${role}')`;

/** `.editor`, `['content-editor']` */
export const propertyOf = (who: string) => (/^[a-z]\w*$/.test(who) ? `.${who}` : `['${who}']`);

export const roleImport = "import { signInAs } from '../../helpers/sign-in-as.ts';";
