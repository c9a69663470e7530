import { fail, problem } from '../../core/errors/problem.ts';
import type { Clock, Planner } from '../../flows/ports.ts';

const hour = 3_600_000;

/** A planner that works so many times an hour, whoever asks: no crowd can spend more. */
export function thriftyPlanner(planner: Planner, perHour: number, clock: Clock): Planner {
  let from = 0;
  let used = 0;
  return {
    name: planner.name,
    plan: async (request) => {
      const now = clock.now().getTime();
      if (now - from >= hour) [from, used] = [now, 0];
      if (used >= perHour) return fail(problem('plans.exhausted'));
      used += 1;
      return planner.plan(request);
    },
  };
}
