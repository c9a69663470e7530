import type { Requirement } from '../manifest/manifest.ts';
import type { Plan } from '../plan/plan.ts';
import { needsIdentity } from './needs-identity.ts';

/** What the plan's entities need without saying so. */
export function impliedRequirements(plan: Plan): { by: string; requirement: Requirement }[] {
  const by = plan.entities[0]?.name;
  if (!by) return [];
  const capabilities = needsIdentity(plan.entities) ? ['crud', 'identity', 'sign-in'] : ['crud'];
  return capabilities.map((capability) => ({ by, requirement: { capability, version: '^1.0.0' } }));
}
