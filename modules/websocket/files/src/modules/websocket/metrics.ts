import fp from 'fastify-plugin';
import type { Module } from '../../contracts/module.ts';
import { closeCodes } from './close-codes.ts';

/** Those of the protocol, and ours; any other is what a client makes up. */
const known = new Set([1000, 1001, 1005, 1006, 1007, 1009, ...Object.values(closeCodes)]);

/** Counts connections, and what goes over them. */
const realtimeMetrics: Module = async ({ metrics, realtimeServer }) => {
  const open = metrics.gauge('realtime_connections', 'Connections that are open.');
  const closed = metrics.counter(
    'realtime_connections_closed_total',
    'Connections that have ended, by close code.',
    ['code'],
  );
  const sent = metrics.counter('realtime_events_sent_total', 'Events sent, once per connection.');
  const lost = metrics.counter(
    'realtime_events_lost_total',
    'Events that did not reach the other processes.',
  );
  realtimeServer.observe({
    onOpen: () => open.inc({}),
    onClose(code) {
      open.dec({});
      closed.inc({ code: known.has(code) ? String(code) : 'other' });
    },
    onDeliver: (connections) => sent.inc({}, connections),
    onLoss: () => lost.inc({}),
  });
};

export default fp(realtimeMetrics, {
  name: 'websocket-metrics',
  decorators: { fastify: ['metrics', 'realtimeServer'] },
});
