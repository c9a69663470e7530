import type { Entity } from '../../../core/plan/entity.ts';
import { isReservedRole } from '../../../core/plan/reserved-names.ts';
import type { Role } from '../../../core/plan/role.ts';
import { needsIdentity } from '../../../core/resolve/needs-identity.ts';
import { findRoles } from '../find/find-roles.ts';
import { type Findings, featureMention } from './findings.ts';
import { sentences } from './sentences.ts';

/** Roles of the ready models and of the text, as far as they manage something that is kept. */
export function giveRoles(findings: Findings, entities: readonly Entity[]): Role[] {
  if (!needsIdentity(entities) || !areWanted(findings)) return [];
  const { reading, blueprints } = findings;
  const say = sentences[reading.language];
  const said = findRoles(reading, findings.entities).map(({ words, ...role }) => {
    return { ...role, description: say.mentioned(words).slice(0, 200) };
  });
  const roles = new Map<string, Role>();
  for (const role of [...blueprints.flatMap(({ means }) => means.plan.roles), ...said]) {
    const before = roles.get(role.name);
    const manages = new Set([...(before?.manages ?? []), ...role.manages]);
    const kept = entities.map(({ name }) => name).filter((name) => manages.has(name));
    if (kept.length > 0 && !isReservedRole(role.name))
      roles.set(role.name, { ...(before ?? role), manages: kept });
  }
  return [...roles.values()].slice(0, 12);
}

/** Unless the request rules them out, or no module could give them. */
function areWanted({ reading, catalogue }: Findings): boolean {
  const denied = featureMention(reading, 'rbac', true) && !featureMention(reading, 'rbac');
  return (
    !denied && [...catalogue.modules.values()].some(({ manifest }) => manifest.provides.permissions)
  );
}
