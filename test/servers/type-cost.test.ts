import { expect, it } from 'vitest';
import { blueprintPlan } from './blueprint-plan.ts';
import { catalogue, renderTo } from './render-to.ts';
import { runCommand } from './run-command.ts';

// One careless generic (a parameter typed Static<Schema>) multiplies this by five: see ConfigOf.
it('a shop type-checks with fewer than two million instantiations', async () => {
  const shop = catalogue.blueprints.find(({ id }) => id === 'shop');
  if (!shop) throw new Error('The shop blueprint is gone.');
  const server = await renderTo('type-cost', blueprintPlan(shop));
  const { code, output } = await runCommand(server, 'tsc --extendedDiagnostics');
  expect(code, output).toBe(0);
  expect(Number(/Instantiations:\s+(\d+)/.exec(output)?.[1])).toBeLessThan(2_000_000);
}, 60_000);
