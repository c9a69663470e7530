import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';

/** Makes a check that says in words what is wrong with a value, or undefined when all is well. */
export function mistakeIn(schema: TSchema): (value: unknown) => string | undefined {
  const compiled = Compile(schema);
  return (value) => {
    const [error] = compiled.Errors(value);
    return error && `${error.instancePath || 'It'} ${error.message}.`;
  };
}
