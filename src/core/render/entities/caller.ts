import type { EntityModel } from './entity-model.ts';

/*
 * How emitted code asks whose rows a caller may reach: by their role alone, or, where the server has
 * roles of its own, by a permission.
 */
type Doing = 'read' | 'write';

export const ownerLimit = ({ permissions }: EntityModel, doing: Doing, caller = 'request') =>
  permissions
    ? `await ownerLimitFor(${caller}, '${permissions[doing]}')`
    : `ownerLimitOf(${identityOf(caller)})`;

/** A condition that holds for callers who may not reach the row. */
export const isBeyond = ({ permissions }: EntityModel, doing: Doing, row: string) =>
  permissions
    ? `!(await isWithinReach(caller, ${row}, '${permissions[doing]}'))`
    : `!owns(identity, ${row})`;

/** What is handed to the functions that ask. */
export const callerIn = ({ permissions }: EntityModel) =>
  permissions ? 'request' : 'request.identity';

/** The parameter that receives it. */
export const callerParameter = ({ permissions }: EntityModel) =>
  permissions ? 'caller: Caller' : 'identity: Identity';

export const callerImports = `
import type { Identity } from '../../contracts/identity.ts';
import { ownerLimitOf, ownerRefusal, owns } from '../../modules/crud/ownership.ts';
import { type Caller, isWithinReach, ownerLimitFor, reachRefusal } from '../../modules/crud/reach.ts';
`.trim();

const identityOf = (caller: string) => (caller === 'request' ? 'request.identity' : 'identity');
