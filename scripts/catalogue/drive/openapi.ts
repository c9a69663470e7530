/** The parts of an OpenAPI 3.1 document that drivers read. */
export interface OpenApi {
  openapi: string;
  paths: Record<string, Record<string, DocumentedOperation>>;
  components?: { schemas?: Record<string, Schema> };
}

/** JSON Schema, as far as it is looked into. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  schema?: Schema;
}

type Content = Record<string, { schema?: Schema }>;

export interface DocumentedOperation {
  operationId?: string;
  summary?: string;
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content?: Content };
  responses: Record<string, { description?: string; content?: Content }>;
  security?: Record<string, string[]>[];
}

export interface Operation {
  method: string;
  /** With parameters as `{id}`. */
  path: string;
  /** `GET /orders/:id`: how findings name it. */
  where: string;
  parameters: Parameter[];
  body?: { type: string; schema: Schema } | undefined;
  responses: DocumentedOperation['responses'];
  /** Whether the document says that nobody may call it without proof of who they are. */
  secured: boolean;
  /** Whether it says that a proof is taken and not needed. */
  mayTakeProof: boolean;
  /** Whether it is about what belongs to a tenant. */
  isOfTenant: boolean;
}

const methods = ['get', 'post', 'put', 'patch', 'delete'];

export const operationsOf = ({ paths }: OpenApi): Operation[] =>
  Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => operationOf(method.toUpperCase(), path, operation)),
  );

function operationOf(method: string, path: string, operation: DocumentedOperation): Operation {
  const { parameters = [], requestBody, responses, security = [] } = operation;
  const [content] = Object.entries(requestBody?.content ?? {});
  const proofs = security.filter((each) => Object.keys(each).length > 0);
  return {
    method,
    path,
    where: `${method} ${colonPath(path)}`,
    parameters,
    body: content && { type: content[0], schema: content[1].schema ?? {} },
    responses,
    secured: security.length > 0 && proofs.length === security.length,
    mayTakeProof: proofs.length > 0 && proofs.length < security.length,
    isOfTenant: parameters.some((each) => each.in === 'header' && each.name === 'x-tenant'),
  };
}

/** `/orders/{id}` -> `/orders/:id`. */
export const colonPath = (path: string) => path.replaceAll(/\{(\w+)\}/g, ':$1');

/** The schema itself, where it is named by a reference. */
export function deref(schema: Schema, document: OpenApi): Schema {
  const name = /^#\/components\/schemas\/(.+)$/.exec(schema.$ref ?? '')?.[1];
  return name ? (document.components?.schemas?.[name] ?? {}) : schema;
}

/** Fills the parameters of a path. */
export const fillPath = (path: string, values: Record<string, unknown>): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encoded(values[name] ?? name));

/** Percent-encoded; half of a surrogate pair, which has no encoding, becomes U+FFFD. */
export const encoded = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());
