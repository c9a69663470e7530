import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import pkg from '../../../package.json' with { type: 'json' };
import { testApp } from '../../helpers/test-app.ts';
import { operationsOf, readDocument, refsIn } from './read-document.ts';

const document = await readDocument(await testApp());
const operations = operationsOf(document);

describe('the OpenAPI document', () => {
  test('is of version 3.1 and named after the package', () => {
    expect(document.openapi).toBe('3.1.0');
    expect(document.info).toMatchObject({ title: pkg.name, version: pkg.version });
  });

  test('has the routes of the server, and not those of the document itself', () => {
    expect(Object.keys(document.paths)).toContain('/health/live');
    expect(Object.keys(document.paths).filter((path) => /docs|openapi/.test(path))).toEqual([]);
  });

  test('names every operation once', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(ids).not.toContain(undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(operations)('$method $path says what it does and how it fails', ({ operation }) => {
    expect(operation.summary).toBeTruthy();
    expect(operation.tags).toHaveLength(1);
    expect(operation.responses).toHaveProperty('500');
    for (const response of Object.values(operation.responses))
      expect(response.description).toBeTruthy();
  });

  test.each(operations)('$method $path declares the parameters of its path', (each) => {
    const named = [...each.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const declared = (each.operation.parameters ?? []).filter((p) => p.in === 'path');
    expect(declared.map(({ name }) => name)).toEqual(named);
  });

  test.each(operations)('$method $path asks for nothing that has a default', ({ operation }) => {
    const asked = (operation.parameters ?? []).filter(({ required }) => required);
    expect(asked.filter(({ schema }) => 'default' in schema)).toEqual([]);
  });

  test('names shared schemas, and every reference leads to one', () => {
    expect(document.components.schemas).toHaveProperty('Problem');
    expect(Object.keys(document.components.schemas).filter((name) => /^def-/.test(name))).toEqual(
      [],
    );
    for (const ref of refsIn(document)) {
      const [, part = '', name = ''] = /^#\/components\/(schemas|headers)\/(\w+)$/.exec(ref) ?? [];
      expect(document.components).toHaveProperty([part, name]);
    }
  });

  test('holds only valid JSON Schemas', () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv as never);
    ajv.addSchema({ ...document, $id: 'openapi' });
    const schemas = Object.keys(document.components.schemas);
    for (const name of schemas)
      expect(() => ajv.compile({ $ref: `openapi#/components/schemas/${name}` })).not.toThrow();
  });

  test('every security requirement names a scheme of the document', () => {
    const used = operations
      .flatMap(({ operation }) => operation.security ?? [])
      .flatMap(Object.keys);
    const known = Object.keys(document.components.securitySchemes);
    expect(used.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('a limited route', () => {
  const limited = operations.filter(({ operation }) => '429' in operation.responses);

  test.runIf(limited.length > 0)('says what its answers tell about the limit', () => {
    for (const { operation } of limited) {
      const success = Object.entries(operation.responses).find(([status]) =>
        status.startsWith('2'),
      );
      expect(Object.keys(success?.[1].headers ?? {})).toContain('RateLimit-Limit');
    }
  });
});
