import type { TObject } from 'typebox';
import { Value } from 'typebox/value';
import type { ConfigOf, ConfigOptions } from '../../contracts/config.ts';
import { ConfigError } from './config-error.ts';

/**
 * Turns environment variables into typed values: text is converted, defaults are filled in.
 * @throws ConfigError with one sentence that names the variable and what is wrong with it
 */
export function readConfig<Schema extends TObject>(
  schema: Schema,
  env: NodeJS.ProcessEnv,
  { requiredInProduction = [] }: ConfigOptions<Schema> = {},
): ConfigOf<Schema> {
  const named = Object.keys(schema.properties)
    .filter((name) => env[name])
    .map((name) => [name, env[name]]);
  const values = Value.Clean(
    schema,
    Value.Convert(schema, Value.Default(schema, Object.fromEntries(named))),
  );
  const missing =
    env.NODE_ENV === 'production' ? requiredInProduction.find((name) => !env[String(name)]) : null;
  if (missing) throw new ConfigError(`The environment variable ${String(missing)} is missing.`);
  const [error] = Value.Errors(schema, values);
  if (error) throw new ConfigError(sentence(error, schema, env));
  return values as ConfigOf<Schema>;
}

interface SchemaError {
  keyword: string;
  instancePath: string;
  message: string;
  params: object;
}

/** Never shows the value itself: it may be a secret. */
function sentence(error: SchemaError, schema: TObject, env: NodeJS.ProcessEnv) {
  const { keyword, instancePath, message, params } = error;
  const missing = 'requiredProperties' in params ? String(params.requiredProperties) : '';
  const name = keyword === 'required' ? missing : instancePath.slice(1);
  if (!env[name]) return `The environment variable ${name} is missing.`;
  // A pattern tells nobody anything: its variable is described in words.
  const { description } = schema.properties[name] as { description?: string };
  if (keyword === 'pattern')
    return `The environment variable ${name} must be ${description ?? 'of another form'}.`;
  const allowed = 'allowedValues' in params ? [params.allowedValues].flat().join(', ') : undefined;
  return `The environment variable ${name} ${allowed ? `must be one of ${allowed}` : message}.`;
}
