import type { CatalogueData, Module } from '../../../src/core/manifest/module.ts';
import { conditionsOf } from '../server/variants.ts';
import type { Mistake } from './mistake.ts';
import { isKnown } from './reference-mistakes.ts';

/** Conditions that can never hold, because what they name does not exist. */
export const conditionMistakes = ({ manifest }: Module, catalogue: CatalogueData): Mistake[] =>
  conditionsOf(manifest).flatMap((condition): Mistake[] => {
    const [option = '', value] = condition.split('=');
    if (value === undefined) {
      const capability = condition.replace('!', '');
      if (isKnown(capability, catalogue)) return [];
      return [
        [`the condition ${condition} names a capability that nobody knows`, 'correct its name'],
      ];
    }
    const schema = manifest.options[option];
    if (!schema) {
      return [[`the condition ${condition} names no option of the module`, 'correct its name']];
    }
    const values = schema.type === 'boolean' ? [true, false] : (schema.enum ?? []);
    if (values.map(String).includes(value)) return [];
    return [[`the condition ${condition} names a value that ${option} never has`, 'correct it']];
  });
