import type { Role } from '../../plan/role.ts';
import { code } from './code.ts';
import type { EntityModel } from './entity-model.ts';
import { literal } from './literal.ts';
import { askedPermissions } from './permissions-of.ts';

/** src/modules/rbac/policy.ts: who may do what, in one place. */
export function policyFile(entities: readonly EntityModel[], roles: readonly Role[]): string {
  const asked = askedPermissions(entities);
  return code`
import type { Policy } from '../../contracts/permissions.ts';

/**
 * What takes more than being signed in: \`:read\` is to see what admins and owners see, \`:write\` to
 * change it whoever it belongs to, managed fields too. Nobody needs one for what is theirs.
 */
export const permissions = [${asked.map(literal).join(', ')}] as const;

/** What the holders of each role may do beside that. Admins may do everything and need no entry. */
export const policy: Policy = {
  ${roles.map((role) => entryOf(role, entities)).join('\n  ')}
};
`;
}

function entryOf({ name, description, manages }: Role, entities: readonly EntityModel[]): string {
  const allowed = askedPermissions(entities.filter(({ names }) => manages.includes(names.type)));
  return `'${name}': {
    description: ${JSON.stringify(description)},
    permissions: [${allowed.map(literal).join(', ')}],
  },`;
}
