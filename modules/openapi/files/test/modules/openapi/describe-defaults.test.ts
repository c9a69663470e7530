import { expect, test } from 'vitest';
import { describeDefaults } from '../../../src/modules/openapi/describe-defaults.ts';

type Document = Parameters<typeof describeDefaults>[0];

test('a parameter with a default may be left out', () => {
  const query = (name: string, schema: object) => ({ name, in: 'query', required: true, schema });
  const parameters = [query('limit', { type: 'integer', default: 20 }), query('q', {})];
  const get = { parameters, responses: { 200: { description: 'An answer' } } };
  describeDefaults<Document>({ paths: { '/notes': { get } } });
  expect(parameters.map(({ required }) => required)).toEqual([false, true]);
});
