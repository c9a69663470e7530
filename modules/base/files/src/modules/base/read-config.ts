import type { Static, TObject } from 'typebox';
import { Value } from 'typebox/value';

/**
 * Turns environment variables into typed values: text is converted, defaults are filled in.
 * @throws Error with one sentence that names the variable and what is wrong with it
 */
export function readConfig<Schema extends TObject>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
): Static<Schema> {
  const named = Object.entries(schema.properties).map(([name]) => [name, env[name] || undefined]);
  const values = Value.Convert(schema, Value.Default(schema, Object.fromEntries(named)));
  const [error] = Value.Errors(schema, Value.Clean(schema, values));
  if (error) throw new Error(sentence(error, env));
  return values as Static<Schema>;
}

interface SchemaError {
  keyword: string;
  instancePath: string;
  message: string;
  params: object;
}

function sentence({ keyword, instancePath, message, params }: SchemaError, env: NodeJS.ProcessEnv) {
  const missing = 'requiredProperties' in params ? String(params.requiredProperties) : '';
  const name = keyword === 'required' ? missing : instancePath.slice(1);
  return env[name]
    ? `The environment variable ${name} ${message}.`
    : `The environment variable ${name} is missing.`;
}
