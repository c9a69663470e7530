import type { z } from 'zod';
import type { OptionSchema } from '../../core/manifest/manifest.ts';
import type { CatalogueData } from '../../core/manifest/module.ts';
import type { OptionValue, Plan, PlannedModule } from '../../core/plan/plan.ts';
import type { WirePlan } from './wire-plan.ts';

interface ReadModules {
  modules: PlannedModule[];
  /** What the model named and the catalogue does not have. */
  dropped: Plan['uncovered'];
}

/** Nothing but known ids and known options gets through. */
export function readModules(wire: WirePlan['modules'], { modules }: CatalogueData): ReadModules {
  const read: ReadModules = { modules: [], dropped: [] };
  for (const { id, options, reason } of wire) {
    const manifest = modules.get(id)?.manifest;
    if (!manifest) {
      read.dropped.push({ part: id.slice(0, 200), advice: 'The catalogue has no such module.' });
    } else if (!read.modules.some((module) => module.id === id)) {
      const known = options.flatMap(({ name, value }) => {
        const schema = Object.hasOwn(manifest.options, name) ? manifest.options[name] : undefined;
        const typed = schema && readOption(value, schema);
        return typed === undefined ? [] : [[name, typed] as const];
      });
      read.modules.push({ id, options: Object.fromEntries(known), reason: reason.slice(0, 300) });
    }
  }
  return read;
}

/** The option's value if its schema accepts it, else nothing: the default then holds. */
function readOption(
  text: string,
  { type, enum: allowed, minimum, maximum }: z.infer<typeof OptionSchema>,
): OptionValue | undefined {
  const value = typedOption(text, type);
  if (value === undefined || (allowed && !allowed.includes(value))) return;
  if (typeof value !== 'number') return value;
  return value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity) ? value : undefined;
}

function typedOption(
  text: string,
  type: 'string' | 'integer' | 'boolean',
): OptionValue | undefined {
  if (type === 'string') return text.slice(0, 200);
  if (type === 'boolean') return /^(true|false)$/.test(text) ? text === 'true' : undefined;
  return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
}
