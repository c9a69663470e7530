import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anotherTenant } from '../../helpers/tenancy/another-tenant.ts';
import { probes, startProbeApp } from './probes.ts';

const app = await startProbeApp({ DATABASE_POOL_MAX: '1' });
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

beforeAll(async () => void (await app.listen({ port: 0, host: '127.0.0.1' })));
afterAll(async () => {
  agent.destroy();
  await app.close();
});

async function namesOf(headers: Record<string, string>) {
  const { port } = app.server.address() as AddressInfo;
  const asked = request({ port, path: '/probes', headers, agent }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  return { isReused: asked.reusedSocket, body: await json(response) };
}

test('requests that follow each other on one connection are each in their own tenant', async () => {
  const [a, b] = [await anotherTenant(app), await anotherTenant(app)];
  for (const { tenantId } of [a, b])
    await app.inTenant(tenantId, () => app.db.insert(probes).values({ name: tenantId }));
  for (const [round, { tenantId, headers }] of [a, b, a, b].entries())
    expect(await namesOf(headers)).toEqual({ isReused: round > 0, body: [tenantId] });
});

test.runIf(process.env.DATABASE_URL)(
  'a request that finds no free database connection hears 503, in time',
  async () => {
    const { tenantId, headers } = await anotherTenant(app);
    let leave = () => {};
    const busy = app.inTenant(tenantId, () => {
      return new Promise<void>((resolve) => {
        leave = resolve;
      });
    });
    const idle = setInterval(() => {}, 1_000);
    const response = await app.inject({ url: '/probes', headers });
    clearInterval(idle);
    leave();
    await busy.catch(() => {});
    expect(response.statusCode).toBe(503);
    expect((await app.inject({ url: '/probes', headers })).statusCode).toBe(200);
  },
  30_000,
);

test.runIf(process.env.DATABASE_URL)(
  'a request that leaves its transaction idle is ended by the database',
  async () => {
    const { tenantId, headers } = await anotherTenant(app);
    const slow = app.inTenant(tenantId, async () => {
      await app.db.insert(probes).values({ name: 'lost' });
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      await app.db.insert(probes).values({ name: 'late' });
    });
    await expect(slow).rejects.toThrow();
    expect((await app.inject({ url: '/probes', headers })).json()).toEqual([]);
  },
  30_000,
);
