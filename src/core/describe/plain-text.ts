import type { Plan } from '../plan/plan.ts';

/** One line of text that is nothing but text in Markdown: no link, image, tag or mention. */
export const plainText = (text: string): string =>
  text
    .replaceAll(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[[\]!|]/g, '\\$&')
    .replaceAll(/@(?=\w)/g, '@\u200b')
    .trim();

/** A plan whose sentences, which a model or a user wrote, are safe to show in Markdown. */
export const plainPlan = (plan: Plan): Plan => ({
  ...plan,
  title: plainText(plan.title),
  summary: plainText(plan.summary),
  planner: plainText(plan.planner),
  modules: plan.modules.map((module) => ({ ...module, reason: plainText(module.reason) })),
  entities: plan.entities.map((entity) => {
    return { ...entity, description: plainText(entity.description) };
  }),
  roles: plan.roles.map((role) => ({ ...role, description: plainText(role.description) })),
  assumptions: plan.assumptions.map(plainText),
  uncovered: plan.uncovered.map(({ part, advice }) => {
    return { part: plainText(part), advice: plainText(advice) };
  }),
});
