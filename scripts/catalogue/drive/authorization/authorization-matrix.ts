import type { Plan } from '../../../../src/core/plan/plan.ts';
import type { Finding } from '../../finding.ts';
import { client } from '../client.ts';
import type { OpenApi } from '../openapi.ts';
import type { SignIn } from '../person.ts';
import { checkLists } from './check-lists.ts';
import { checkReferences } from './check-references.ts';
import { type Cell, checkRoute } from './check-route.ts';
import { checkTenants } from './check-tenants.ts';
import { massAssignment } from './mass-assignment.ts';
import { type Declared, worldOf } from './world.ts';

export interface AuthorizationOptions {
  url: string;
  document: OpenApi;
  signIn: SignIn;
  /** Every route as declared: `render(...).endpoints`. */
  endpoints: readonly Declared[];
  /** The plan's, which say what foreign keys point at. */
  relations?: Plan['relations'];
}

export interface Authorization {
  cells: Cell[];
  findings: Finding[];
}

/** Nobody, two members and an admin at every route: what they get, held against what is declared. */
export async function authorizationMatrix(options: AuthorizationOptions): Promise<Authorization> {
  const { url, document, endpoints, signIn, relations = [] } = options;
  const connection = client(url);
  const world = worldOf(connection, document, endpoints, signIn, relations);
  const cells: Cell[] = [];
  const findings: Finding[] = undeclared(world.operations.keys(), endpoints);
  try {
    for (const endpoint of endpoints) {
      const route = await checkRoute(world, endpoint);
      cells.push(...route.cells);
      findings.push(...route.findings);
    }
    findings.push(...(await checkLists(world)));
    findings.push(...(await checkReferences(world)));
    findings.push(...(await checkTenants(world)));
    findings.push(...(await massAssignment(world)));
  } finally {
    connection.close();
  }
  return { cells, findings };
}

function undeclared(served: Iterable<string>, endpoints: readonly Declared[]): Finding[] {
  const known = new Set(endpoints.map(({ method, path }) => `${method} ${path}`));
  return [...served]
    .filter((where) => !known.has(where))
    .map((where) => ({
      check: 'authorization',
      where,
      what: 'It is served, and no manifest or entity declares who may use it.',
      fix: 'Add it to the endpoints of the manifest.',
    }));
}
