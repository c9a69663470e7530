import type { Entity } from '../plan/entity.ts';

/** Whether anything about these entities depends on who asks. */
export const needsIdentity = (entities: readonly Entity[]): boolean =>
  entities.some(({ owned, read, write }) => owned || read !== 'public' || write !== 'public');
