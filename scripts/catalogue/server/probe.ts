import { subscribe } from 'node:diagnostics_channel';
import { writeFileSync } from 'node:fs';

// Loaded into a generated server's process by --import: Fastify announces each new instance on this
// channel, also from within a bundle. Asks it, when it is ready, which decorators and routes it has.
interface Instance {
  addHook(name: 'onReady', hook: (done: () => void) => void): void;
  addHook(name: 'onRoute', hook: (route: { method: string | string[]; url: string }) => void): void;
  hasDecorator(name: string): boolean;
  hasRequestDecorator(name: string): boolean;
  hasReplyDecorator(name: string): boolean;
}

const { PROBE_REPORT = '', PROBE_NAMES = '[]' } = process.env;
const names = JSON.parse(PROBE_NAMES) as string[];

if (PROBE_REPORT !== '') {
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { fastify: Instance };
    const routes: string[] = [];
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const verb of [method].flat()) routes.push(`${verb} ${url}`);
    });
    fastify.addHook('onReady', (done) => {
      const decorators = {
        instance: names.filter((name) => fastify.hasDecorator(name)),
        request: names.filter((name) => fastify.hasRequestDecorator(name)),
        reply: names.filter((name) => fastify.hasReplyDecorator(name)),
      };
      writeFileSync(PROBE_REPORT, JSON.stringify({ routes, decorators }));
      done();
    });
  });
}
