import { keptBy } from '../adopt/kept-by.ts';
import type { Plan } from '../plan/plan.ts';
import type { Place } from '../render/place.ts';
import type { Rendered } from '../render/render.ts';
import { makeView } from '../render/view.ts';
import type { Cause, Resolution } from '../resolve/resolution.ts';
import { entityDiagram } from './entity-diagram.ts';
import { gapsOf } from './gaps-of.ts';
import { plainText } from './plain-text.ts';
import { quoteRequest } from './quote-request.ts';

export interface Decided {
  /** As it was asked for: the resolution has it as it is built. */
  plan: Plan;
  resolution: Resolution;
  rendered: Rendered;
  place: Place;
}

/** What the request decided comes first, what every server has last. */
const rank: Record<Cause['kind'], number> = { plan: 0, required: 1, always: 2 };

/** What texts about a decided server can show. */
export function decidedView({ resolution, rendered, place }: Decided, request: string) {
  const { plan } = resolution;
  const view = makeView(resolution, rendered.endpoints, place);
  const byCause = resolution.modules.toSorted((a, b) => rank[a.cause.kind] - rank[b.cause.kind]);
  const modules = byCause.map(({ module, cause }) => {
    const { title } = module.manifest;
    return { id: module.id, version: module.version, title, why: reason(cause, plan.language) };
  });
  const files = [...rendered.files].map(([path, content]) => {
    return { path, lines: content.split('\n').length - 1 };
  });
  return {
    ...view,
    request: quoteRequest(request),
    modules,
    uncovered: [...view.plan.uncovered, ...gapsOf(resolution, plan.language)],
    diagram: entityDiagram(keptBy(resolution)),
    files,
  };
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
