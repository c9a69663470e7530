import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { expect, it } from 'vitest';
import { aPlan } from '../../builders.ts';
import { openWeb } from './open-web.ts';

const official = readFileSync(join(import.meta.dirname, 'openapi-3.1.schema.json'), 'utf8');
// Ajv takes the dynamic anchor of the schema's own $defs for the root.
const schema = JSON.parse(
  official.replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"'),
);
const { web, post } = await openWeb({ SOTACODE_URL: 'https://app.example.com/' });
const document = (await web.inject({ url: '/api/openapi.json' })).json();

const newAjv = () =>
  addFormats
    .default(new Ajv2020({ strict: false, allErrors: true }))
    .addFormat('media-range', true);

it('is a valid OpenAPI 3.1 document', () => {
  const validate = newAjv().compile(schema);
  validate(document);
  expect(validate.errors).toBeNull();
  expect(validate({ ...document, paths: { plan: {} } })).toBe(false);
});

it('describes every route of the API', () => {
  expect(Object.keys(document.paths).sort()).toEqual([
    '/api/modules',
    '/api/modules/{id}',
    '/api/plan',
    '/api/render',
    '/api/resolve',
  ]);
  expect(document.servers).toEqual([{ url: 'https://app.example.com' }]);
});

it('has a schema for what each route really answers', async () => {
  const ajv = newAjv();
  ajv.addSchema(document, 'api');
  const holds = (path: string, method: string, status: number, type: string, value: unknown) => {
    const place = ['paths', path, method, 'responses', String(status), 'content', type, 'schema'];
    const pointer = place.map((part) => encodeURIComponent(part.replaceAll('/', '~1'))).join('/');
    const validate = ajv.compile({ $ref: `api#/${pointer}` });
    validate(value);
    return validate.errors;
  };
  const list = (await web.inject({ url: '/api/modules' })).json();
  const drafted = (await post('/api/plan', { request: 'a blog' })).json();
  const checked = (await post('/api/resolve', { plan: drafted.plan })).json();
  const refused = (await post('/api/render', { plan: aPlan(['nothing']) })).json();
  const module = (await web.inject({ url: '/api/modules/auth-password' })).json();
  const problem = 'application/problem+json';
  expect(holds('/api/modules', 'get', 200, 'application/json', list)).toBeNull();
  expect(holds('/api/modules/{id}', 'get', 200, 'application/json', module)).toBeNull();
  expect(holds('/api/plan', 'post', 200, 'application/json', drafted)).toBeNull();
  expect(holds('/api/resolve', 'post', 200, 'application/json', checked)).toBeNull();
  expect(holds('/api/render', 'post', 422, problem, refused)).toBeNull();
  expect(holds('/api/render', 'post', 422, problem, list)).not.toBeNull();
});
