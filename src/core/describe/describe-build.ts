import type { CatalogueData } from '../manifest/module.ts';
import { fillTemplate } from '../render/template.ts';
import { decidedPart } from './decided-part.ts';
import { type Decided, decidedView } from './decided-view.ts';

export interface Description {
  title: string;
  body: string;
  commitMessage: string;
}

/** GitHub refuses bodies above 65,536 characters. */
const maxBody = 65_000;

/** What the pull request says: what was asked, what was chosen and why, and what is missing. */
export function describeBuild(
  decided: Decided,
  request: { text: string; issue?: string },
  catalogue: CatalogueData,
): Description {
  const { language } = decided.plan;
  const view = decidedView(decided, request.text);
  const fill = (data: object) =>
    fillTemplate(catalogue.messages.get(`pull-request.${language}.md.hbs`) ?? '', data, {
      decided: decidedPart(catalogue, language),
    });
  const short = {
    ...view,
    files: [],
    issue: request.issue,
    hasAdmins: view.has.users && view.endpoints.some(({ access }) => access === 'admin'),
  };
  const whole = fill({ ...short, files: view.files });
  const body = whole.length > maxBody ? fill(short).slice(0, maxBody) : whole;
  const title = `${{ en: 'Add', ru: 'Добавить' }[language]}: ${view.plan.title}`;
  return { title, body, commitMessage: `${title}\n\n${view.plan.summary}\n` };
}
