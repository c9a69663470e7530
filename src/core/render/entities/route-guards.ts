import type { Access } from '../../plan/entity.ts';
import type { EntityModel } from './entity-model.ts';

/** What a route asks of its callers; where roles are, a permission stands for `admin`. */
export interface Need {
  access: Access;
  permission: string | undefined;
  /** Whether it is about the rows of a tenant. */
  tenancy: boolean;
}

export const readNeed = ({ access, permissions, tenancy }: EntityModel): Need => ({
  access: access.read,
  permission: permissions?.read,
  tenancy,
});
export const createNeed = ({ access, permissions, tenancy }: EntityModel): Need => ({
  access: access.create,
  permission: permissions?.write,
  tenancy,
});
export const changeNeed = ({ access, permissions, tenancy }: EntityModel): Need => ({
  access: access.change,
  permission: permissions?.write,
  tenancy,
});
export const manageNeed = ({ permissions, tenancy }: EntityModel): Need => ({
  access: 'admin',
  permission: permissions?.write,
  tenancy,
});

/** What the plugin needs of the server for these routes. */
export const decorators = (routes: readonly (readonly Need[])[]) =>
  ['db', 'problem', ...new Set(routes.flatMap(hooksOf).map(decoratorOf))]
    .map((name) => `'${name}'`)
    .join(', ');

const decoratorOf = (hook: string) => hook.replace(/\(.*$/, '');

/** The stricter ones make the others redundant: whoever holds a permission is signed in. */
function hooksOf(needs: readonly Need[]): string[] {
  const forAdmins = needs.filter(({ access }) => access === 'admin');
  if (needs.some(({ tenancy }) => tenancy)) return tenantHooks(needs, forAdmins.length > 0);
  if (forAdmins.length > 0)
    return forAdmins.map(({ permission }) =>
      permission ? `requirePermission('${permission}')` : 'requireAdmin',
    );
  return needs.some(({ access }) => access !== 'public') ? ['requireIdentity'] : [];
}

const tenantHooks = (needs: readonly Need[], isForAdmins: boolean) =>
  needs.every(({ access }) => access === 'public')
    ? ['admitVisitors']
    : ['requireIdentity', isForAdmins ? 'requireTenantAdmin' : 'requireTenant'];

/** The route's option that keeps the wrong callers out. */
export function guard(...needs: Need[]): string {
  const hooks = [...new Set(hooksOf(needs))].map((hook) => `app.${hook}`);
  if (hooks.length === 0) return '';
  return hooks.length > 1 ? `onRequest: [${hooks.join(', ')}],` : `onRequest: ${hooks.join('')},`;
}

/** What a guarded route answers besides what it is for. */
export const guardStatuses = (access: Access): number[] => {
  if (access === 'public') return [];
  return access === 'admin' ? [401, 403] : [401];
};

/** The schemas of these answers. */
export const problems = (...statuses: number[]) => {
  const sorted = [...new Set(statuses)].toSorted((a, b) => a - b);
  return sorted.length > 0 ? `...app.problems(${sorted.join(', ')}),` : '';
};
