import type { CatalogueData } from '../manifest/module.ts';
import type { Plan } from '../plan/plan.ts';
import type { Rendered } from '../render/render.ts';
import { fillTemplate } from '../render/template.ts';
import { makeView } from '../render/view.ts';
import type { Cause, Resolution } from '../resolve/resolution.ts';
import { entityDiagram } from './entity-diagram.ts';
import { gapsOf } from './gaps-of.ts';
import { plainText } from './plain-text.ts';
import { quoteRequest } from './quote-request.ts';

export interface Description {
  title: string;
  body: string;
  commitMessage: string;
}

export interface Decided {
  plan: Plan;
  resolution: Resolution;
  rendered: Rendered;
}

/** GitHub refuses bodies above 65,536 characters. */
const maxBody = 65_000;

/** What the pull request says: what was asked, what was chosen and why, and what is missing. */
export function describeBuild(
  { plan, resolution, rendered }: Decided,
  request: { text: string; issue?: string },
  catalogue: CatalogueData,
): Description {
  const view = makeView(plan, resolution, rendered.endpoints);
  const template = catalogue.messages.get(`pull-request.${plan.language}.md.hbs`) ?? '';
  const modules = resolution.modules.map(({ module, cause }) => {
    const { title } = module.manifest;
    return { id: module.id, version: module.version, title, why: reason(cause, plan.language) };
  });
  const data = {
    ...view,
    issue: request.issue,
    request: quoteRequest(request.text),
    modules,
    hasAdmins: view.has.users && view.endpoints.some(({ access }) => access === 'admin'),
    uncovered: [...view.plan.uncovered, ...gapsOf(resolution, plan.language)],
    diagram: entityDiagram(plan),
  };
  const files = [...rendered.files].map(([path, content]) => {
    return { path, lines: content.split('\n').length - 1 };
  });
  const whole = fillTemplate(template, { ...data, files });
  const body = whole.length > maxBody ? fillTemplate(template, data).slice(0, maxBody) : whole;
  const title = `${{ en: 'Add', ru: 'Добавить' }[plan.language]}: ${view.plan.title}`;
  return { title, body, commitMessage: `${title}\n\n${view.plan.summary}\n` };
}

function reason(cause: Cause, language: Plan['language']): string {
  if (cause.kind === 'plan') return plainText(cause.reason);
  if (cause.kind === 'always')
    return { en: 'in every server', ru: 'есть в каждом сервере' }[language];
  const { by, capability } = cause;
  return { en: `\`${by}\` needs ${capability}`, ru: `нужен для \`${by}\` (${capability})` }[
    language
  ];
}
