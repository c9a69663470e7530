import { type OpenApi, operationsIn } from './operations-in.ts';

/** A schema requires what it has a default for, since handlers find it there: callers need not send it. */
export function describeDefaults<Document extends OpenApi>(document: Document): Document {
  const parameters = operationsIn(document).flatMap(({ parameters = [] }) => parameters);
  for (const parameter of parameters)
    if ('default' in { ...parameter.schema }) parameter.required = false;
  return document;
}
