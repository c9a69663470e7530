import spectral from '@stoplight/spectral-core';
import owasp from '@stoplight/spectral-owasp-ruleset';
import rulesets from '@stoplight/spectral-rulesets';
import type { Finding } from '../catalogue/finding.ts';

type Diagnostic = Awaited<ReturnType<InstanceType<typeof spectral.Spectral>['run']>>[number];

const limits = /^owasp:api4:2023-(array-limit|integer-limit|integer-format|string-limit)$/;

/**
 * Spectral's recommended rules and those of the OWASP API Top 10 over an OpenAPI document.
 * @param publicRoutes `POST /auth/login`: what the server's own tables call public
 */
export async function lintOpenApi(
  document: object,
  publicRoutes: ReadonlySet<string>,
): Promise<Finding[]> {
  const judge = new spectral.Spectral();
  judge.setRuleset({ extends: [[rulesets.oas, 'recommended'], owasp.default ?? owasp] });
  const errors = (await judge.run(document)).filter(({ severity }) => severity === 0);
  const taken = takenIn(document);
  return errors
    .filter((error) => !isExcused(error, document, taken, publicRoutes))
    .map(({ code, message, path }) => ({
      check: 'openapi-lint',
      where: path.slice(path[0] === 'paths' ? 1 : 0).join(' '),
      what: `${code}: ${message.trim()}`,
      fix: 'Say it in the schema of the route.',
    }));
}

/** Where a rule asks for something that is settled otherwise, and how. */
function isExcused(
  { code, path }: Diagnostic,
  document: object,
  taken: ReadonlySet<string>,
  publicRoutes: ReadonlySet<string>,
): boolean {
  const rule = String(code);
  if (rule === 'owasp:api2:2023-write-restricted') {
    return publicRoutes.has(`${String(path[2]).toUpperCase()} ${path[1]}`);
  }
  // Which origins may read answers is configured, not part of an operation.
  if (rule === 'owasp:api8:2023-define-cors-origin') return true;
  // Probes of an orchestrator are not limited.
  if (rule === 'owasp:api4:2023-rate-limit') return String(path[1]).startsWith('/health/');
  if (!limits.test(rule)) return false;
  // What the server sends is bounded by what it takes.
  if (!isTaken(path, taken)) return true;
  const schema = at(document, path) as { format?: string; minimum?: number; maximum?: number };
  // A number between two bounds needs no width; these formats have lengths of their own, and the
  // bytes of a file are counted while they arrive.
  if (rule.endsWith('integer-format')) return 'minimum' in schema && 'maximum' in schema;
  return ['uuid', 'date', 'date-time', 'binary'].includes(schema.format ?? '');
}

const isTaken = (path: Diagnostic['path'], taken: ReadonlySet<string>) =>
  path[0] === 'components'
    ? taken.has(path.slice(0, 3).join('/'))
    : path.includes('requestBody') || path.includes('parameters');

/** Shared schemas that some request body or parameter leads to: `components/schemas/NewPost`. */
function takenIn(document: object): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const reference = (value as { $ref?: unknown }).$ref;
    if (typeof reference === 'string' && !found.has(reference.slice(2))) {
      found.add(reference.slice(2));
      visit(at(document, reference.slice(2).split('/')));
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  const { paths } = document as { paths: Record<string, Record<string, Record<string, unknown>>> };
  for (const operation of Object.values(paths).flatMap((path) => Object.values(path))) {
    visit([operation.requestBody, operation.parameters]);
  }
  return found;
}

const at = (document: object, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((value, key) => (value as Record<string, unknown>)?.[key], document);
