import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Gauge, Histogram, type Registry } from 'prom-client';

const labelNames = ['method', 'route', 'status'] as const;
type Durations = Histogram<(typeof labelNames)[number]>;

/** All requests that match no route share it: their paths and methods are what clients make up. */
const unmatched = '(unmatched)';

/** Times every request by route and counts those in flight. Routes that exist already are left out. */
export function measureRequests(app: FastifyInstance, registry: Registry) {
  const registers = [registry];
  const durations: Durations = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time from the arrival of a request to the end of its response.',
    ...{ labelNames, registers },
  });
  app.addHook('onRoute', (route) => {
    const others = [route.onResponse ?? []].flat();
    const record = recorder(durations, route.url);
    const recordResponse = (request: FastifyRequest, reply: FastifyReply, done: () => void) => {
      record(request.method, reply);
      done();
    };
    route.onResponse = [recordResponse, ...others];
  });
  const recordUnmatched = recorder(durations, unmatched);
  app.addHook('onResponse', (request, reply, done) => {
    if (request.is404) recordUnmatched(unmatched, reply);
    done();
  });
  countInFlight(app, registry);
}

function countInFlight(app: FastifyInstance, registry: Registry) {
  let count = 0;
  new Gauge({
    name: 'http_requests_in_flight',
    help: 'Requests that have arrived and whose response has not ended.',
    registers: [registry],
    collect() {
      this.set(count);
    },
  });
  const leave = () => {
    count -= 1;
  };
  app.addHook('onRequest', (_request, reply, done) => {
    count += 1;
    // Comes also when the client goes away before it is answered, unlike onResponse.
    reply.raw.once('close', leave);
    done();
  });
}

/** Finds the series of a method and status by two look-ups, without building labels per request. */
function recorder(durations: Durations, route: string) {
  const series = new Map<string, Histogram.Internal<string>[]>();
  return (method: string, reply: FastifyReply) => {
    const hundreds = Math.trunc(reply.statusCode / 100);
    const byStatus = series.get(method) ?? [];
    if (byStatus.length === 0) series.set(method, byStatus);
    byStatus[hundreds] ??= durations.labels({ method, route, status: `${hundreds}xx` });
    byStatus[hundreds].observe(reply.elapsedTime / 1000);
  };
}
