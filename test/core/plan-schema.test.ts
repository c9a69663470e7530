import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planJsonSchema } from '../../src/core/plan/plan-json-schema.ts';

test('schemas/plan.schema.json is the schema of the code', () => {
  const published = readFileSync(
    new URL('../../schemas/plan.schema.json', import.meta.url),
    'utf8',
  );
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(planJsonSchema())));
});
