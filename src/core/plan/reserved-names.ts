/** Columns that every entity has. */
const columns = ['id', 'ownerId', 'createdAt', 'updatedAt', 'version'];
/** Query parameters of every list route, which filters by field name stand beside. */
const parameters = ['cursor', 'limit', 'sort'];
/** Names that every JavaScript object inherits. */
const inherited = ['constructor', 'prototype', 'toString', 'valueOf', 'hasOwnProperty', 'toJSON'];

export const reservedFieldNames: ReadonlySet<string> = new Set([
  ...columns,
  ...parameters,
  ...inherited,
]);

/** Globals and imports that generated code uses next to the entity's own name. */
export const reservedEntityNames: ReadonlySet<string> = new Set(
  `Array App Boolean Buffer Date Entity Error Fastify Function Index Infinity JSON Map Math Migration
  Module Number Object Partial Plugin Promise Proxy Record Reflect RegExp Schema Server Set Static
  String Symbol Type URL`.split(/\s+/),
);

/** Entities whose tables modules bring themselves. */
export const entitiesOfModules: ReadonlyMap<string, string> = new Map([
  ['User', 'users'],
  ['AuthAttempt', 'auth-password'],
  ['AuthCredential', 'auth-password'],
  ['AuthRegistration', 'auth-password'],
  ['AuthReset', 'auth-password'],
  ['AuthRefreshToken', 'auth-jwt'],
  ['AuthSession', 'auth-jwt'],
]);
