import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import Type from 'typebox';
import type { Module } from '../../contracts/module.ts';
import { openPostgres } from './open-postgres.ts';

const urlForm = 'an address like postgres://user:password@host:5432/name';

const Config = Type.Object({
  DATABASE_URL: Type.Optional(Type.String({ pattern: '^postgres(ql)?://', description: urlForm })),
  DATABASE_POOL_MAX: Type.Integer({ default: 10, minimum: 1, maximum: 500 }),
  DATABASE_STATEMENT_TIMEOUT_MS: Type.Integer({ default: 10_000, minimum: 0 }),
  PGLITE_DIR: Type.String({ default: '.data/pglite' }),
});

const database: Module = async (app, { env }) => {
  const config = app.config(Config, { requiredInProduction: ['DATABASE_URL'] });
  if (config.DATABASE_URL && !URL.canParse(config.DATABASE_URL)) throw mistake();

  const { db, scope, close, ...connection } = config.DATABASE_URL
    ? openPostgres({
        url: config.DATABASE_URL,
        poolMax: config.DATABASE_POOL_MAX,
        statementTimeoutMs: config.DATABASE_STATEMENT_TIMEOUT_MS,
        onIdleError: (err) => app.log.warn({ err }, 'lost an idle database connection'),
        onMigrationWait: () => app.log.info('waiting for another process to finish migrating'),
      })
    : await openEmbedded(embeddedDir(app, config.PGLITE_DIR));
  if (!config.DATABASE_URL && !env.NODE_ENV)
    app.log.warn('without DATABASE_URL data is kept in an embedded database, for development only');

  app.decorate('db', db);
  app.decorate('database', connection);
  app.decorate('databaseScope', scope);
  app.addHook('onClose', close);
};

const embeddedDir = (app: FastifyInstance, dir: string) =>
  dir.startsWith('memory://') ? dir : app.fromRoot(dir);

const mistake = () =>
  Object.assign(
    new Error(
      `The environment variable DATABASE_URL must be ${urlForm}, special characters percent-encoded.`,
    ),
    { name: 'ConfigError' },
  );

/** Loaded only here: in production, where DATABASE_URL is required, its package is not installed. */
async function openEmbedded(dir: string) {
  const { openPglite } = await import('./open-pglite.ts');
  return openPglite(dir);
}

export default fp(database, { name: 'db-postgres', decorators: { fastify: ['config'] } });
