import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Job } from '../../../src/contracts/jobs.ts';
import { eventually } from '../../helpers/eventually.ts';
import { jobServer } from '../../helpers/job-server.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { tenantOf } from '../../helpers/tenancy/test-tenant.ts';
import { probeApp, probes } from './probes.ts';

const app = await probeApp();
let server: FastifyInstance;
let count: Job<{ tenantId: string }>;
let counted: number[] = [];

beforeAll(async () => {
  server = await jobServer(app, ({ jobs }) => {
    const data = Type.Object({ tenantId: Type.String() });
    count = jobs.define('count-probes', { data }, async ({ tenantId }) => {
      counted.push(await app.inTenant(tenantId, () => app.db.$count(probes)));
    });
  });
  await server.jobs.work();
});
afterAll(() => server.close());
beforeEach(() => resetDatabase(app));

test('a job that a tenant enqueues exists if and only if the rest happens, and works in the tenant', async () => {
  const tenantId = await tenantOf(app, 'employer');
  const other = await tenantOf(app, 'other');
  counted = [];
  await expect(
    app.inTenant(tenantId, async () => {
      await count.enqueue({ tenantId });
      throw new Error('undo');
    }),
  ).rejects.toThrow('undo');
  await app.inTenant(other, () => app.db.insert(probes).values({ name: 'theirs' }));
  await app.inTenant(tenantId, async () => {
    await count.enqueue({ tenantId });
    await app.db.insert(probes).values([{ name: 'one' }, { name: 'two' }]);
  });
  await eventually(async () => expect(counted).toEqual([2]));
});
