import type { Plan } from './plan.ts';

/** Capabilities that the plan's entities cannot do without, whatever modules were chosen. */
export function planRequirements({ entities }: Pick<Plan, 'entities'>): string[] {
  const personal = entities.some(
    ({ owned, read, write }) => owned || read !== 'public' || write !== 'public',
  );
  return [...(entities.length > 0 ? ['database'] : []), ...(personal ? ['identity'] : [])];
}
