import Handlebars from 'handlebars';

const engine = Handlebars.create();
engine.registerHelper('json', (value: unknown) => JSON.stringify(value));
/** A value as a string of YAML, whatever its type. */
engine.registerHelper('yaml', (value: unknown) => JSON.stringify(String(value ?? '')));
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
/** Whether any value holds; the last argument is Handlebars's own. */
engine.registerHelper('or', (...values: unknown[]) => values.slice(0, -1).some(Boolean));

/**
 * Fills a Handlebars text. Nothing is escaped: these are Markdown, YAML and Dockerfiles.
 * @param partials texts that the template may include, by name
 */
export function fillTemplate(
  template: string,
  data: object,
  partials: Record<string, string> = {},
): string {
  const compile = (text: string) => engine.compile(text, { noEscape: true });
  const compiled = Object.entries(partials).map(([name, text]) => [name, compile(text)] as const);
  const fill = compile(template);
  return tidy(
    fill(data, { allowProtoPropertiesByDefault: false, partials: Object.fromEntries(compiled) }),
  );
}

const tidy = (text: string) =>
  `${text
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()}\n`;
