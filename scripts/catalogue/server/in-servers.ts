import pLimit from 'p-limit';
import type { Subject } from '../subject.ts';
import type { RenderedServer } from './rendered-server.ts';

/** Of all that is judged: more at a time would only wait for each other's processor. */
export const sideBySide = pLimit(2);

/** What the work finds in each of a module's servers. */
export const inServers = async <T>(
  { servers }: Subject,
  work: (server: RenderedServer) => T[] | Promise<T[]>,
): Promise<T[]> => (await sideBySide.map(servers(), work)).flat();
