import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { fail, problem, type Result } from '../../core/errors/problem.ts';
import type { CatalogueData, Tree } from '../../core/manifest/module.ts';
import type { Plan } from '../../core/plan/plan.ts';

export interface Renderer {
  /** Problems: those of the plan, and `render.busy`. */
  render(plan: Plan): Promise<Result<Tree>>;
  close(): Promise<void>;
}

const patience = 60_000;
const secondsPerRender = 2;

/**
 * Renders in a thread, one server at a time, so that webhooks are answered meanwhile.
 * @param queue how many renders may wait; one more is refused
 */
export function renderThread(catalogue: CatalogueData, queue: number): Renderer {
  let worker: Worker | undefined;
  let present = 0;
  let last: Promise<unknown> = Promise.resolve();

  const work = async (plan: Plan): Promise<Result<Tree>> => {
    worker ??= start(catalogue);
    try {
      return await answerOf(worker, plan);
    } catch (error) {
      await worker.terminate();
      worker = undefined;
      throw error;
    }
  };

  return {
    render: async (plan) => {
      if (present > queue) return fail(busy(present));
      present += 1;
      const job = last.then(() => work(plan)).finally(() => (present -= 1));
      last = job.catch(() => undefined);
      return job;
    },
    close: async () => {
      await worker?.terminate();
    },
  };
}

const busy = (present: number) =>
  problem('render.busy', { seconds: String(present * secondsPerRender) });

function start(catalogue: CatalogueData): Worker {
  const worker = new Worker(new URL('./render-worker.ts', import.meta.url), {
    workerData: catalogue,
  });
  worker.unref();
  return worker;
}

async function answerOf(worker: Worker, plan: Plan): Promise<Result<Tree>> {
  worker.postMessage(plan);
  // `once` rejects on the worker's `error`, which is what a throw in it becomes.
  const [answer] = await once(worker, 'message', { signal: AbortSignal.timeout(patience) });
  return answer as Result<Tree>;
}
