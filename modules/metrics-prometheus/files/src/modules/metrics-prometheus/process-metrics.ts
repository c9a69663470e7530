import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import pkg from '../../../package.json' with { type: 'json' };

let shared: Registry | undefined;

/**
 * Event loop, heap, garbage collection, handles, CPU, and what runs. They are the process's own, and
 * their observers cannot be taken down: all servers of a process share one set.
 */
export function processMetrics(): Registry {
  shared ??= collect();
  return shared;
}

function collect(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'app_build_info',
    help: 'Always 1; its labels say what runs.',
    labelNames: ['name', 'version'],
    registers: [registry],
  }).set({ name: pkg.name, version: pkg.version }, 1);
  return registry;
}
