import type { Subject } from '../subject.ts';
import type { RenderedServer } from './rendered-server.ts';

const order = ['entities', 'company', 'alone'];

/** The fullest server of a module that has routes of its own, or of entities; null when it has none. */
export function drivenServer(subject: Subject): RenderedServer | null {
  const servers = order.flatMap((name) => subject.servers().filter((each) => each.name === name));
  const [server] = servers;
  if (!server) return null;
  const hasRoutes = subject.module.manifest.endpoints.length > 0;
  return hasRoutes || server.plan.entities.length > 0 ? server : null;
}
