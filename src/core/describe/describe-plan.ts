import type { CatalogueData } from '../manifest/module.ts';
import { writeAgreement } from '../plan/agreement.ts';
import { fillTemplate } from '../render/template.ts';
import { decidedPart } from './decided-part.ts';
import { type Decided, decidedView } from './decided-view.ts';

/** GitHub refuses comments above 65,536 characters. */
const maxComment = 65_000;
/** What a plan may take of that, so that there is room to explain it. */
const maxData = 40_000;

const dataTitle = { en: 'The plan as data', ru: 'План как данные' };

/** What a comment says of a plan that was not built: the server, its files, and how to take it. */
export function describePlan(decided: Decided, request: string, catalogue: CatalogueData): string {
  const { plan } = decided;
  const data = writeAgreement({ request, plan });
  const taken = data.length <= maxData;
  const folded = `\n<details>\n<summary>${dataTitle[plan.language]}</summary>\n\n${data}\n\n</details>\n`;
  const view = { ...decidedView(decided, request), taken };
  const fill = (values: object) =>
    fillTemplate(catalogue.messages.get(`plan.${plan.language}.md.hbs`) ?? '', values, {
      decided: decidedPart(catalogue, plan.language),
    });
  const room = maxComment - (taken ? folded.length : 0);
  const whole = fill(view);
  const text = whole.length > room ? fill({ ...view, files: [] }).slice(0, room) : whole;
  return taken ? text + folded : text;
}
