import { resolve } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Module } from '../../../templates/server/src/contracts/module.ts';
import type { Role } from '../../../templates/server/src/contracts/users.ts';

// node serve.ts <folder of a rendered server>
// Starts the server from its sources with one more route, which makes people and signs them in,
// and prints where it listens and the key of that route as one line of JSON.
const [folder = '.'] = process.argv.slice(2);
const key = process.env.DRIVE_KEY ?? '';
let people = 0;

const door: Module = async (app) => {
  if (!app.hasDecorator('users') || !app.hasDecorator('sessions')) return;
  const schema = { hide: true } as object;
  app.post<{ Body: { role: Role; tenant: string } }>(
    '/drive/people',
    { schema },
    async (request, reply) => {
      if (request.headers['x-drive-key'] !== key) throw app.problem(404, 'not-found', 'No.');
      people += 1;
      const { role, tenant } = request.body;
      const stamp = `${process.pid}-${Date.now().toString(36)}-${people}`;
      const email = `${role}-${stamp}@example.com`;
      const user = await app.users.create({ email, name: `${role} ${people}`, role });
      const joined = app.hasDecorator('inTenant') && (await join(app, tenant, user.id, role));
      const body = await app.sessions.start(reply, user);
      return { userId: user.id, email, scheme: app.identityScheme, body, ...joined };
    },
  );
};

/** As the server's own tests make members: of a tenant that visitors may read. */
async function join(app: FastifyInstance, tenant: string, userId: string, role: Role) {
  const { tenantOf } = await load<TenancyHelpers>('test/helpers/tenancy/test-tenant.ts');
  const { addMember } = await load<TenancyHelpers>('test/helpers/tenancy/add-member.ts');
  await addMember(app, { tenantId: await tenantOf(app, tenant), userId, role });
  return { tenant };
}

interface TenancyHelpers {
  tenantOf(app: FastifyInstance, slug: string): Promise<string>;
  addMember(
    app: FastifyInstance,
    member: { tenantId: string; userId: string; role: Role },
  ): Promise<unknown>;
}

interface Parts {
  buildApp(env: NodeJS.ProcessEnv, parts: Module[]): Promise<FastifyInstance>;
  modules: Module[];
}

async function load<T>(path: string): Promise<T> {
  return import(resolve(folder, path));
}

const { buildApp } = await load<Parts>('src/app.ts');
const { modules } = await load<Parts>('src/modules.ts');
const app = await buildApp(process.env, [...modules, door]);
process.once('SIGTERM', () => app.close().then(() => process.exit(0)));
const url = await app.listen({ host: '127.0.0.1', port: Number(process.env.PORT ?? 0) });
console.log(JSON.stringify({ drive: { url, signsIn: app.hasDecorator('sessions') } }));
