import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import { repository } from '../repository.ts';
import { inServers } from '../server/in-servers.ts';
import { once } from '../server/once.ts';
import type { RenderedServer } from '../server/rendered-server.ts';
import type { OpenApiDocument } from '../server/start-probed.ts';

export const openapi: Check = {
  id: 'openapi',
  title: 'the OpenAPI document is valid, and each operation has a name, a summary and a tag',
  run: (subject) => inServers(subject, judgeDocument),
};

const validator = once(() => {
  const official = readFileSync(join(repository, 'test/edges/web/openapi-3.1.schema.json'), 'utf8');
  // Ajv takes the dynamic anchor of the schema's own $defs for the root.
  const schema = official.replaceAll('"$dynamicRef": "#meta"', '"$ref": "#/$defs/schema"');
  // References may be relative to the document: the specification says so, its schema does not.
  const relative = schema.replaceAll('"format": "uri"', '"format": "uri-reference"');
  const ajv = addFormats.default(new Ajv2020({ strict: false, allErrors: true }));
  return ajv.addFormat('media-range', true).compile(JSON.parse(relative));
});

async function judgeDocument(server: RenderedServer): Promise<Finding[]> {
  const document = await (await server.start()).document();
  const validate = validator();
  validate(document);
  const errors = (validate.errors ?? []).map(({ instancePath, message }) => ({
    check: 'openapi',
    where: `/openapi.json#${instancePath} (${server.name})`,
    what: `it ${message}`,
    fix: 'mend the schema of the route',
  }));
  return [...errors.slice(0, 10), ...namelessOperations(document)];
}

const fields = ['operationId', 'summary', 'tags'] as const;

const namelessOperations = ({ paths }: OpenApiDocument): Finding[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).flatMap(([method, operation]) =>
      fields
        .filter((field) => !operation[field]?.length)
        .map((field) => ({
          check: 'openapi',
          where: `${method.toUpperCase()} ${path}`,
          what: `the operation has no ${field}`,
          fix: `add ${field} to the route's schema`,
        })),
    ),
  );
