import { SerializerSelector } from '@fastify/fast-json-stringify-compiler';
import type { FastifyServerOptions } from 'fastify';
import { oncePerSchemas, type SharedSchemas } from './once-per-schemas.ts';

type SchemaController = NonNullable<FastifyServerOptions['schemaController']>;
type Factory = NonNullable<NonNullable<SchemaController['compilersFactory']>['buildSerializer']>;

const fastifysOwn = SerializerSelector();

/** Fastify's own compiler. Most routes answer with the same few schemas, problems above all. */
function compilerWith(schemas: SharedSchemas) {
  const compile = fastifysOwn(schemas);
  const known = new Map<string, ReturnType<typeof compile>>();
  return (route: Parameters<typeof compile>[0]) => {
    const text = JSON.stringify(route.schema);
    const serialize = known.get(text) ?? compile(route);
    known.set(text, serialize);
    return serialize;
  };
}

export const serializerFactory = () => oncePerSchemas(compilerWith) as Factory;
