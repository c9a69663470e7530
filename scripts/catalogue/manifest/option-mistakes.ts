import type { Manifest, OptionSchema } from '../../../src/core/manifest/manifest.ts';
import type { Mistake } from './mistake.ts';

/** Options whose own default, or a listed value, is none that they accept. */
export const optionMistakes = ({ options }: Manifest): Mistake[] =>
  Object.entries(options).flatMap(([name, schema]) => {
    const values = [schema.default, ...(schema.enum ?? [])];
    const wrong = values.find((value) => !fits(value, schema));
    if (wrong === undefined) return [];
    const what = `the option ${name} has the value ${JSON.stringify(wrong)}, which it does not accept`;
    return [[what, 'make default, enum, minimum, maximum and type agree']];
  });

function fits(value: unknown, schema: OptionSchema): boolean {
  if (schema.enum && !schema.enum.some((each) => each === value)) return false;
  if (schema.type !== 'integer') return typeof value === schema.type;
  const { minimum = -Infinity, maximum = Infinity } = schema;
  return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
}
