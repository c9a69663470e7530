import Type from 'typebox';

export const MigrationsConfig = Type.Object({
  MIGRATE_ON_START: Type.Boolean({ default: true }),
  MIGRATIONS_DIR: Type.String({ default: 'migrations' }),
});
