import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Finding } from '../finding.ts';
import { type OpenApi, type Operation, operationsOf, type Schema } from './openapi.ts';

/** What is wrong with an OpenAPI document, whatever it describes. */
export function checkDocument(document: OpenApi): Finding[] {
  const operations = operationsOf(document);
  const ids = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => ({
      where: `${method.toUpperCase()} ${path}`,
      operationId,
    })),
  );
  const fault = (where: string, what: string) => ({
    check: 'openapi',
    where,
    what,
    fix: "Mend the route's schema.",
  });
  return [
    ...(/^3\.1\.\d+$/.test(document.openapi) ? [] : [fault('openapi', 'It is not version 3.1.')]),
    ...ids
      .filter(
        (one) =>
          ids.findIndex((other) => other.operationId === one.operationId) !== ids.indexOf(one),
      )
      .map(({ where, operationId }) =>
        fault(where, `Its operationId ${operationId} is not its own.`),
      ),
    ...operations.flatMap((operation) =>
      faultsOf(operation, document).map((what) => fault(operation.where, what)),
    ),
  ];
}

function faultsOf(operation: Operation, document: OpenApi): string[] {
  const { path, parameters, responses, body } = operation;
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  const declared = parameters.filter((each) => each.in === 'path').map(({ name }) => name);
  const contents = Object.values(responses).flatMap(({ content = {} }) => Object.values(content));
  const schemas = [
    ...parameters.map(({ schema = {} }) => schema),
    ...contents.map(({ schema = {} }) => schema),
    ...(body ? [body.schema] : []),
  ];
  return [
    ...(Object.keys(responses).length > 0 ? [] : ['It documents no response.']),
    ...named
      .filter((name) => !declared.includes(name ?? ''))
      .map((name) => `It does not declare {${name}}.`),
    ...declared.filter((name) => !named.includes(name)).map((name) => `Its path has no {${name}}.`),
    ...schemas.flatMap((schema) => uncompiled(schema, document)),
  ];
}

function uncompiled(schema: Schema, { components = {} }: OpenApi): string[] {
  const ajv = new Ajv2020({ strict: false });
  addFormats.default(ajv);
  try {
    ajv.compile({ ...schema, components });
    return [];
  } catch (error) {
    return [`A schema of it cannot be read: ${error instanceof Error ? error.message : error}`];
  }
}
