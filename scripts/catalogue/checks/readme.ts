import type { Check } from '../check.ts';
import type { Finding } from '../finding.ts';
import type { Subject } from '../subject.ts';

interface Page {
  name: string;
  language: string;
  /** Sections in their order, by how their titles begin. */
  sections: RegExp[];
  letters: RegExp;
}

const pages: Page[] = [
  {
    name: 'README.md',
    language: 'English',
    sections: [
      /^Install & configure$/,
      /^API reference$/,
      /^Examples$/,
      /^Limits & dependencies$/,
      /^Security notes$/,
      /^Compar(ed with|ison)/,
    ],
    letters: /[a-z]{3}/i,
  },
  {
    name: 'README.ru.md',
    language: 'Russian',
    sections: [
      /^Установка и настройка$/,
      /^Справ(очник|ка по) API$/,
      /^Примеры$/,
      /^(Ограничения|Пределы) и зависимости$/,
      /^Безопасность$/,
      /сравнени/i,
    ],
    letters: /[а-яё]{3}/i,
  },
];

export const readme: Check = {
  id: 'readme',
  title: 'both pages say what it is for, and name all that it has',
  run: async (subject) => {
    const found = pages.map(async (page) =>
      judgePage(page, await subject.read(page.name), subject),
    );
    return (await Promise.all(found)).flat();
  },
};

function judgePage(page: Page, text: string | null, subject: Subject): Finding[] {
  const where = subject.path(page.name);
  const found = (what: string, fix: string): Finding => ({ check: 'readme', where, what, fix });
  if (text === null) return [found('there is no such page', `write it in ${page.language}`)];
  return [
    ...(firstParagraph(text, page) ? [] : [noIntroduction(found, page)]),
    ...missingSections(text, page).map((title) =>
      found(`the section ${title} is missing or out of order`, 'take the order from modules/hello'),
    ),
    ...unnamed(text, subject).map((name) =>
      found(`${name} is not named`, 'say what it is for, as code in backticks'),
    ),
  ];
}

const noIntroduction = (found: (what: string, fix: string) => Finding, { language }: Page) =>
  found(
    'no paragraph follows the title',
    `say in ${language} what the module is for, before the first section`,
  );

/** Planners read what stands between the title and the first section. */
function firstParagraph(text: string, { letters }: Page): boolean {
  const [, ...rest] = (text.split(/^## /m)[0] ?? '').trim().split('\n');
  const paragraph = rest.join(' ').trim();
  return text.startsWith('# ') && paragraph.length >= 20 && letters.test(paragraph);
}

/** Walks through the titles; a section that does not come after the one before it is missing. */
function missingSections(text: string, { sections }: Page): string[] {
  const titles = [...text.matchAll(/^## (.+)$/gm)].map(([, title = '']) => title.trim());
  let next = 0;
  return sections
    .filter((section) => {
      const index = titles.findIndex((title, at) => at >= next && section.test(title));
      if (index >= 0) next = index + 1;
      return index < 0;
    })
    .map((section) => section.source.replaceAll(/[$^]/g, ''));
}

function unnamed(text: string, { module: { manifest } }: Subject): string[] {
  const names = [...manifest.env.map(({ name }) => name), ...Object.keys(manifest.options)];
  const routes = manifest.endpoints.filter(({ method, path }) => !hasRoute(text, method, path));
  return [
    ...names.filter((name) => !text.includes(`\`${name}\``) && !mentions(text, name)),
    ...new Set(routes.map(({ method, path }) => `${method} ${path}`)),
  ];
}

const mentions = (text: string, name: string) => new RegExp(`\`[^\`\\n]*\\b${name}\\b`).test(text);

const hasRoute = (text: string, method: string, path: string) =>
  new RegExp(`\\b${method}\\b[^\\n]*${escapeRegExp(path)}(?![\\w:-]|/\\w)`).test(text);

const escapeRegExp = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
