import type { Break } from './small-server.ts';

interface Broken {
  breaks: Break[];
  modules?: string[];
  driver: 'fuzz' | 'authorization';
  where: string;
  what: RegExp;
}

const folders = 'src/entities/folders';
const notLimited = 'ownedWithin(folders.ownerId, null)';

/** What is broken, which driver has to find it, and where. */
export const brokenServers: Record<string, Broken> = {
  'changes what is another owner’s': {
    breaks: [
      {
        file: `${folders}/queries.ts`,
        find: 'ownedWithin(folders.ownerId, ownerLimit)',
        put: notLimited,
      },
    ],
    driver: 'authorization',
    where: 'PATCH /folders/:id',
    what: /answers 200 to member B/,
  },
  'shows what is another owner’s': {
    breaks: [
      {
        file: `${folders}/queries.ts`,
        find: 'withinOwnerLimit(folders.ownerId)',
        put: 'undefined',
      },
    ],
    driver: 'authorization',
    where: 'GET /folders/:id',
    what: /answers 200 to member B/,
  },
  'lists what is another owner’s': {
    breaks: [
      {
        file: `${folders}/routes.ts`,
        find: 'queries.list(request.query, ownerLimitOf(request.identity))',
        put: 'queries.list(request.query, null)',
      },
    ],
    driver: 'authorization',
    where: 'GET /folders',
    what: /B's list shows what is A's/,
  },
  'refuses and deletes all the same': {
    breaks: [
      {
        file: `${folders}/queries.ts`,
        find: 'ownedWithin(folders.ownerId, ownerLimit)',
        put: notLimited,
      },
      {
        file: `${folders}/routes.ts`,
        find: 'if (!removed)',
        put: "if (!removed || request.identity.role !== 'admin')",
      },
    ],
    driver: 'authorization',
    where: 'DELETE /folders/:id',
    what: /refuses member B with 404 and changes/,
  },
  'has no guard': {
    breaks: [
      { file: 'src/entities/notices/routes.ts', find: 'onRequest: app.requireAdmin,', put: '' },
    ],
    driver: 'authorization',
    where: 'POST /notices',
    what: /answers 201 to nobody; declared is `admin`, so it should be 401/,
  },
  'lets members do what admins do': {
    breaks: [
      {
        file: 'src/entities/papers/routes.ts',
        find: 'onRequest: app.requireAdmin',
        put: 'onRequest: app.requireIdentity',
      },
    ],
    driver: 'authorization',
    where: 'PATCH /papers/:id/managed',
    what: /answers 200 to member/,
  },
  'hangs papers into folders of others': {
    breaks: [
      { file: 'src/entities/papers/references.ts', find: '!owns(identity, folder)', put: 'false' },
    ],
    driver: 'authorization',
    where: 'POST /papers',
    what: /member B may set folderId to a thing of A's/,
  },
  'shows what is another tenant’s': {
    modules: ['multi-tenancy'],
    breaks: [
      {
        file: 'migrations/*_folders.sql',
        find: 'using (tenant_id = current_tenant_id())',
        put: 'using (true)',
      },
    ],
    driver: 'authorization',
    where: 'GET /folders/:id',
    what: /answers 200 to outsider/,
  },
  'lists what is another tenant’s': {
    modules: ['multi-tenancy'],
    breaks: [
      {
        file: 'migrations/*_notices.sql',
        find: 'using (tenant_id = current_tenant_id())',
        put: 'using (true)',
      },
    ],
    driver: 'authorization',
    where: 'GET /notices',
    what: /The list of another tenant shows/,
  },
  'takes over a field that it does not name': {
    breaks: [
      {
        file: `${folders}/schema.ts`,
        find: 'additionalProperties: false',
        put: 'additionalProperties: true',
      },
    ],
    driver: 'authorization',
    where: 'POST /folders',
    what: /takes over id/,
  },
  'answers a status that it does not document': {
    breaks: [
      { file: `${folders}/routes.ts`, find: 'reply.code(201)', put: 'reply.code(202 as 201)' },
    ],
    driver: 'fuzz',
    where: 'POST /folders',
    what: /answers 202, and documents 201/,
  },
  'gives away a stack trace': {
    breaks: [
      {
        file: `${folders}/routes.ts`,
        find: 'throw notFound(app)',
        put: "throw app.problem(404, 'not-found', new Error('no row').stack ?? '')",
      },
    ],
    driver: 'fuzz',
    where: 'GET /folders/:id',
    what: /gives away a stack trace/,
  },
  'breaks its response schema': {
    breaks: [
      {
        file: `${folders}/routes.ts`,
        find: 'return reply.code(304).send(null);\n      return folder;',
        put: "return reply.code(304).send(null);\n      return reply.header('content-type', 'application/json').serializer(() => '{\"id\":7}').send(folder);",
      },
    ],
    driver: 'fuzz',
    where: 'GET /folders/:id',
    what: /breaks the documented schema/,
  },
  'fails at a value': {
    breaks: [
      {
        file: `${folders}/routes.ts`,
        find: 'const folder = await queries.create(',
        put: "if (request.body.title.length > 25) throw new Error('too long');\n      const folder = await queries.create(",
      },
    ],
    driver: 'fuzz',
    where: 'POST /folders',
    what: /answers 500.* Again \(as \w+\): curl -i -X POST/,
  },
  'passes over what it does not know': {
    breaks: [
      {
        file: 'src/modules/users/schemas.ts',
        find: /(pageQuery = [^;]*?),\n {2}\{ additionalProperties: false \},/g,
        put: '$1',
      },
    ],
    driver: 'fuzz',
    where: 'GET /users',
    what: /passes over the query parameter “unknown”/,
  },
};
