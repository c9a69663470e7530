import { setTimeout as sleep } from 'node:timers/promises';
import { modules } from '../../../src/modules.ts';

// The server as it is, with one more route that takes its time.
modules.push(async (app) => {
  app.get('/slow', async () => {
    await sleep(300);
    return { done: true };
  });
});
await import('../../../src/server.ts');
