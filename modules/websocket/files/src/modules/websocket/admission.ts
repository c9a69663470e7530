import type { FastifyInstance } from 'fastify';
import type { Caller } from '../../contracts/realtime.ts';
import type { RealtimeConfig } from './realtime-config.ts';

/** Counts connections, and refuses those that are too many. */
export function admission(app: FastifyInstance, config: RealtimeConfig) {
  const counts = new Map<string, number>();
  let total = 0;

  /** Throws the problem to answer with, or returns what gives the place back. */
  return (caller: Caller, address: string): (() => void) => {
    const key = caller ? `user ${caller.userId}` : `address ${address}`;
    const most = caller ? config.REALTIME_MAX_PER_USER : config.REALTIME_MAX_PER_ADDRESS;
    const count = counts.get(key) ?? 0;
    if (count >= most)
      throw app.problem(429, 'too-many-connections', `There are ${most} connections already.`);
    if (total >= config.REALTIME_MAX_CONNECTIONS)
      throw app.problem(503, 'server-full', 'This server has no room for another connection.');
    counts.set(key, count + 1);
    total += 1;
    return () => {
      const others = (counts.get(key) ?? 1) - 1;
      if (others > 0) counts.set(key, others);
      else counts.delete(key);
      total -= 1;
    };
  };
}
export type Admit = ReturnType<typeof admission>;
