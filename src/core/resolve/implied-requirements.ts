import type { Requirement } from '../manifest/manifest.ts';
import type { Plan } from '../plan/plan.ts';
import { needsIdentity } from './needs-identity.ts';

/** What the plan's entities and roles need without saying so. */
export const impliedRequirements = (plan: Plan): { by: string; requirement: Requirement }[] => [
  ...needsOf(plan.entities[0], needsIdentity(plan.entities) ? forPeople : ['crud']),
  ...needsOf(plan.roles[0], ['permissions']),
];

const forPeople = ['crud', 'identity', 'sign-in'];

const needsOf = (first: { name: string } | undefined, capabilities: readonly string[]) =>
  first
    ? capabilities.map((capability) => {
        return { by: first.name, requirement: { capability, version: '^1.0.0' } };
      })
    : [];
