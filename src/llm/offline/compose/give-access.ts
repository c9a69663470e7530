import type { Entity } from '../../../core/plan/entity.ts';
import type { Accounts } from './decide-accounts.ts';

export const needsAccounts = (entities: readonly Entity[]): boolean =>
  entities.some(({ owned, read }) => owned || read !== 'public');

/** Without sign-in nobody can own a row: everything is open. */
export function giveAccess(entities: readonly Entity[], accounts: Accounts): Entity[] {
  if (accounts === 'asked' || (accounts === 'unsaid' && needsAccounts(entities)))
    return [...entities];
  return entities.map((entity) => ({ ...entity, owned: false, read: 'public', write: 'public' }));
}
