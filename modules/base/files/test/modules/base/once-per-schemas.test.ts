import { expect, test } from 'vitest';
import { oncePerSchemas } from '../../../src/modules/base/once-per-schemas.ts';
import { serializerFactory } from '../../../src/modules/base/serializer-factory.ts';

test('one compiler is made for the same schemas, and another for others', () => {
  const compilerOf = oncePerSchemas((schemas) => ({ ids: Object.keys(schemas) }));
  const first = compilerOf({ Item: { type: 'object' } });
  expect(compilerOf({ Item: { type: 'object' } })).toBe(first);
  expect(compilerOf({ Item: { type: 'string' } })).not.toBe(first);
  expect(compilerOf({ Item: { type: 'object' }, Page: {} }).ids).toEqual(['Item', 'Page']);
});

test('answers of one schema share a serializer, answers of another have their own', () => {
  const Item = { $id: 'Item', type: 'object', properties: { name: { type: 'string' } } };
  const compile = serializerFactory()({ Item });
  const route = { method: 'GET', url: '/', httpStatus: '200' };
  const item = compile({ ...route, schema: { $ref: 'Item#' } });
  const items = compile({ ...route, schema: { type: 'array', items: { $ref: 'Item#' } } });
  expect(compile({ ...route, httpStatus: '201', schema: { $ref: 'Item#' } })).toBe(item);
  expect(item({ name: 'one', secret: 'two' })).toBe('{"name":"one"}');
  expect(items([{ name: 'one', secret: 'two' }])).toBe('[{"name":"one"}]');
});
