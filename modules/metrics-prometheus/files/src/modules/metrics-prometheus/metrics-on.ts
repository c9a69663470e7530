import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { Metrics } from '../../contracts/metrics.ts';

/** Defines metrics in a registry; a name that is taken throws. */
export function metricsOn(registry: Registry): Metrics {
  const registers = [registry];
  return {
    counter: (name, help, labelNames = []) => new Counter({ name, help, labelNames, registers }),
    gauge: (name, help, labelNames = []) => new Gauge({ name, help, labelNames, registers }),
    histogram: (name, help, labelNames = [], buckets = undefined) =>
      new Histogram({
        ...{ name, help, labelNames, registers },
        ...(buckets && { buckets: [...buckets] }),
      }),
  };
}
