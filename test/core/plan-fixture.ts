import { Plan } from '../../src/core/plan/plan.ts';

/** A valid plan, with what the test is about laid over it. */
export const planOf = (over: Record<string, unknown> = {}): Plan =>
  Plan.parse({
    name: 'shop',
    title: 'Shop',
    summary: 'A shop.',
    language: 'en',
    planner: 'test',
    modules: [],
    entities: [
      { name: 'Author', fields: [{ name: 'name', type: 'string' }] },
      { name: 'Book', fields: [{ name: 'title', type: 'string' }] },
    ],
    relations: [{ kind: 'one-to-many', from: 'Author', to: 'Book' }],
    assumptions: [],
    uncovered: [],
    ...over,
  });
