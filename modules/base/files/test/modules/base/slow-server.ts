import { setTimeout as sleep } from 'node:timers/promises';
import { modules } from '../../../src/modules.ts';

// The server with nothing but its first part, the base, and a route that takes its time.
modules.splice(1, modules.length, async (app) => {
  app.get('/slow', async () => {
    await sleep(300);
    return { done: true };
  });
});
await import('../../../src/server.ts');
