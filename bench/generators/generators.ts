/** A program that writes a server, and how to judge what it wrote. */
export interface Generator {
  name: string;
  /** Run in an empty folder, in a shell that finds the generators on its PATH. */
  generate: string;
  /** Where the server's package.json is, below that folder. */
  folder: string;
  /** These are null where there is nothing to run, or no way to run it here. */
  install: string | null;
  check: string | null;
  test: string | null;
  /** What came out, in words. */
  about: string;
}

const resources = ['categories', 'products', 'orders', 'order-items'];
const nestNew = 'nest new store --skip-install --skip-git --package-manager npm';
const nestResource = (name: string) => `nest generate resource ${name} --type rest --crud`;

export const request = 'an online store with accounts and orders';

export const generators: Generator[] = [
  {
    name: 'sotacode build',
    generate: `sotacode build "${request}" --repo store`,
    folder: 'store',
    install: 'npm ci',
    check: 'npm run typecheck && npm run build',
    test: 'npm test',
    about: 'Fastify, PostgreSQL, accounts, four entities with their rules, migrations, CI',
  },
  {
    name: 'nest new',
    generate: nestNew,
    folder: 'store',
    install: 'npm install',
    check: 'npm run build',
    test: 'npm test',
    about: 'one route that says hello',
  },
  {
    name: 'nest new + 4 resources',
    generate: `${nestNew} && cd store && ${resources.map(nestResource).join(' && ')}`,
    folder: 'store',
    install: 'npm install',
    check: 'npm run build',
    test: 'npm test',
    about: 'four resources whose methods return sentences; it runs npm install itself',
  },
  {
    name: 'create-better-t-stack',
    generate: [
      'create-better-t-stack store --frontend none --backend fastify --runtime node',
      '--database postgres --orm drizzle --auth better-auth --payments none --api none',
      '--addons none --examples none --db-setup none --web-deploy none --server-deploy none',
      '--package-manager npm --no-install --no-git',
    ].join(' '),
    folder: 'store',
    install: 'npm install',
    check: 'npm run check-types && npm run build',
    test: null,
    about: 'Fastify with accounts and their tables; nothing of the store, no tests',
  },
  {
    name: 'fastify generate',
    generate: 'fastify generate store',
    folder: 'store',
    install: 'npm install',
    check: null,
    test: 'npm test',
    about: 'two example routes in JavaScript',
  },
  {
    name: 'fastify generate, TypeScript',
    generate: 'fastify generate store --lang=ts',
    folder: 'store',
    install: 'npm install',
    check: 'npm run build:ts',
    test: 'npm test',
    about: 'two example routes in TypeScript',
  },
  {
    name: 'JHipster',
    generate: 'jhipster jdl store.jdl --force --skip-install --skip-git',
    folder: '.',
    install: null,
    check: null,
    test: null,
    about: 'Spring Boot, PostgreSQL, accounts, four entities; not run: no Maven repository here',
  },
  {
    name: 'JHipster for Node',
    generate: 'nhipster jdl store.jdl --force --skip-install --skip-git',
    folder: '.',
    install: 'npm install',
    check: 'npm run build:app',
    test: 'npm run test:server',
    about: 'NestJS with TypeORM, accounts, four entities',
  },
];
