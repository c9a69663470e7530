import { type Problem, problem } from '../errors/problem.ts';
import type { OptionSchema } from '../manifest/manifest.ts';
import type { OptionValue } from '../plan/plan.ts';
import type { ChosenModule } from './resolution.ts';

/** Checks a module's options and fills in the defaults of those that the plan leaves open. */
export function fillOptions(chosen: ChosenModule): { module: ChosenModule; problems: Problem[] } {
  const { id, manifest } = chosen.module;
  const problems = Object.entries(chosen.options).flatMap(([option, value]) => {
    const schema = manifest.options[option];
    if (!schema) return [unknownOption(id, option, Object.keys(manifest.options))];
    return fits(value, schema) ? [] : [invalidOption(id, option, value, schema)];
  });
  const defaults = Object.entries(manifest.options).map(([name, { default: value }]) => [
    name,
    value,
  ]);
  const options = { ...Object.fromEntries(defaults), ...chosen.options };
  return { module: { ...chosen, options }, problems };
}

function fits(value: OptionValue, schema: OptionSchema): boolean {
  const { type, minimum = -Infinity, maximum = Infinity } = schema;
  if (schema.enum && !schema.enum.includes(value)) return false;
  if (type === 'integer') {
    return Number.isInteger(value) && Number(value) >= minimum && Number(value) <= maximum;
  }
  return typeof value === type;
}

const unknownOption = (id: string, option: string, known: string[]) =>
  problem('option.unknown', { id, option, known: known.join(', ') || '–' });

const invalidOption = (id: string, option: string, value: OptionValue, schema: OptionSchema) =>
  problem('option.invalid', { id, option, value: JSON.stringify(value), allowed: allowed(schema) });

function allowed({ type, minimum, maximum, enum: values }: OptionSchema): string {
  if (values) return values.join(', ');
  return `${type}${minimum === undefined ? '' : ` ≥ ${minimum}`}${maximum === undefined ? '' : ` ≤ ${maximum}`}`;
}
