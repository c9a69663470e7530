import { singularKey } from './entity-names.ts';

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

/** Globals, imports and schemas that generated code uses next to the entity's own name. */
const reservedEntityNames: ReadonlySet<string> = new Set(
  `Array App Boolean Buffer Date Entity Error Fastify Function Index Infinity JSON Map Math Migration
  Module Number Object Partial Plugin Problem Promise Proxy Record Reflect RegExp Schema Server Set
  SignedIn Static String Symbol Type URL`.split(/\s+/),
);

/** First parts of the URLs, and names of the operations, that modules serve: `/docs`, `/health`. */
const keysOfRoutes: ReadonlySet<string> = new Set([
  'auth',
  'doc',
  'health',
  'openapi',
  'role',
  'session',
]);

export const isReservedEntity = (name: string) =>
  reservedEntityNames.has(name) || keysOfRoutes.has(singularKey(name));

/** Roles that every server has, callers that have none, and a name that every object inherits. */
const reservedRoles = new Set(['admin', 'member', 'nobody', 'stranger', 'owner', 'constructor']);

export const isReservedRole = (name: string) => reservedRoles.has(name);

/**
 * Keys (see `singularKey`) of the entities whose tables modules bring, and which no plan may have.
 * Those that give way to a module where it is chosen are in its manifest: `ownsEntities`.
 */
export const entitiesOfModules: ReadonlyMap<string, string> = new Map([
  ['user', 'users'],
  ['tenantmembership', 'multi-tenancy'],
  ['authattempt', 'auth-password'],
  ['authcredential', 'auth-password'],
  ['authregistration', 'auth-password'],
  ['authreset', 'auth-password'],
  ['authrefreshtoken', 'auth-jwt'],
  ['authsession', 'auth-jwt'],
  ['outgoingmail', 'email'],
  ['authcookiesession', 'auth-session'],
  ['schedulerschedule', 'scheduler'],
  ['rolegrant', 'rbac'],
  ['stripeevent', 'payments-stripe'],
  ['stripepayment', 'payments-stripe'],
  ['striperefund', 'payments-stripe'],
]);
