import { describe, expect, it } from 'vitest';
import { findPostgres, freshDatabase } from '../helpers/postgres.ts';
import { blueprintPlan } from './blueprint-plan.ts';
import { catalogue, renderTo } from './render-to.ts';
import { runCommand } from './run-command.ts';

const minutes = 60_000;
// `npm test` runs the entities' tests of a sample; `npm run verify` every test of every blueprint.
const thorough = process.env.SOTACODE_VERIFY === '1';
const sample = ['help-desk', 'library'];
const postgres = await findPostgres();
if (!thorough) {
  console.warn("Skipped: the other blueprints' own tests; npm run verify runs them all.");
}

/** Each blueprint as a server: its own checks and its own tests, as its CI runs them. */
describe.each(catalogue.blueprints.map((blueprint) => [blueprint.id, blueprint] as const))(
  'the %s blueprint',
  (id, blueprint) => {
    const server = renderTo(`blueprint-${id}`, blueprintPlan(blueprint));
    const test = thorough ? 'npm test -- --coverage' : 'npm test -- test/entities';

    it(
      'has correct types and style',
      async () => {
        const check = 'tsc && biome check --error-on-warnings .';
        const { code, output } = await runCommand(await server, check);
        expect(code, output).toBe(0);
      },
      minutes,
    );

    it.runIf(thorough || sample.includes(id))(
      'passes its tests',
      async () => {
        const { code, output } = await runCommand(await server, test);
        expect(code, output).toBe(0);
      },
      10 * minutes,
    );

    it.runIf(thorough && postgres !== null)(
      'passes its tests on PostgreSQL',
      async () => {
        const url = await freshDatabase(postgres ?? '', `sotacode_${id.replaceAll('-', '_')}`);
        const { code, output } = await runCommand(await server, test, { DATABASE_URL: url });
        expect(code, output).toBe(0);
      },
      10 * minutes,
    );
  },
);
