import { describe, expect, it } from 'vitest';
import { findPostgres, freshDatabase } from '../helpers/postgres.ts';
import { blueprintPlan } from './blueprint-plan.ts';
import { catalogue, renderTo } from './render-to.ts';
import { runCommand } from './run-command.ts';

const postgres = await findPostgres();
const minutes = 60_000;

/** Each blueprint as a server: its own checks and its own tests, as its CI runs them. */
describe.each(catalogue.blueprints.map((blueprint) => [blueprint.id, blueprint] as const))(
  'the %s blueprint',
  (id, blueprint) => {
    const server = renderTo(`blueprint-${id}`, blueprintPlan(blueprint));

    it(
      'has correct types and style',
      async () => {
        const { code, output } = await runCommand(
          await server,
          'tsc && biome check --error-on-warnings .',
        );
        expect(code, output).toBe(0);
      },
      minutes,
    );

    it(
      'passes its tests with 90 % coverage on the embedded database',
      async () => {
        const { code, output } = await runCommand(await server, 'npm test -- --coverage');
        expect(code, output).toBe(0);
      },
      5 * minutes,
    );

    it.skipIf(postgres === null)(
      'passes its tests on PostgreSQL',
      async () => {
        const url = await freshDatabase(postgres ?? '', `sotacode_${id.replaceAll('-', '_')}`);
        const { code, output } = await runCommand(await server, 'npm test', { DATABASE_URL: url });
        expect(code, output).toBe(0);
      },
      5 * minutes,
    );
  },
);
