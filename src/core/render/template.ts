import Handlebars from 'handlebars';

const engine = Handlebars.create();
engine.registerHelper('json', (value: unknown) => JSON.stringify(value));
/** A value for a cell of a Markdown table. */
engine.registerHelper('cell', (value: unknown) =>
  String(value ?? '')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' '),
);
/** A value as code; a dash for none. */
engine.registerHelper('code', (value: unknown) =>
  value === undefined || value === '' ? '–' : `\`${value}\``,
);
engine.registerHelper('eq', (a: unknown, b: unknown) => a === b);

/** Fills a Handlebars text. Nothing is escaped: these are Markdown, YAML and Dockerfiles. */
export function fillTemplate(template: string, data: object): string {
  const fill = engine.compile(template, { noEscape: true, knownHelpersOnly: false });
  return tidy(fill(data, { allowProtoPropertiesByDefault: false }));
}

const tidy = (text: string) =>
  `${text
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
