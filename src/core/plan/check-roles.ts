import { type Problem, problem } from '../errors/problem.ts';
import type { Plan } from './plan.ts';
import { isReservedRole } from './reserved-names.ts';

export function checkRoles({ entities, roles }: Plan): Problem[] {
  const names = entities.map(({ name }) => name);
  return roles.flatMap(({ name: role, manages }, index) => [
    ...(isReservedRole(role)
      ? [problem('plan.reserved-role', { role, instead: `${role}-role` })]
      : []),
    ...(roles.findIndex(({ name }) => name === role) < index
      ? [problem('plan.duplicate-role', { role })]
      : []),
    ...manages
      .filter((entity) => !names.includes(entity))
      .map((entity) =>
        problem('plan.unknown-managed', { role, entity, known: names.join(', ') || '–' }),
      ),
  ]);
}
