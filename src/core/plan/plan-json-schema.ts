import { z } from 'zod';
import { Plan } from './plan.ts';

/** What editors and other programs read; published as schemas/plan.schema.json. */
export const planJsonSchema = () => ({
  ...z.toJSONSchema(Plan, { io: 'input' }),
  title: 'SotACode plan',
});
