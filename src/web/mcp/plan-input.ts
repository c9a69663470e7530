import { z } from 'zod';
import { Plan } from '../../core/plan/plan.ts';

const { $schema: _, ...schema } = z.toJSONSchema(Plan, { io: 'input', target: 'draft-7' });

/** Shown as a plan and taken as anything, so that what is wrong with it is said by us. */
export const PlanInput = z.unknown().meta({
  ...schema,
  description: 'A plan as plan_server returns it, changed as you like',
});
