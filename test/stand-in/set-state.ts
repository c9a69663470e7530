import { timestamp } from './timestamp.ts';
import type { Issue } from './world.ts';

export function setState(topic: Issue, state: Issue['state']): void {
  const at = timestamp();
  Object.assign(topic, { state, updated_at: at, closed_at: state === 'closed' ? at : null });
}
