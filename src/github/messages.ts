import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { type Language, languages } from '../core/plan/plan.ts';

export const messageNames = ['progress', 'refusal', 'help', 'unknown', 'check'] as const;
type MessageName = (typeof messageNames)[number];

const folder = new URL('../../templates/messages/', import.meta.url);

const compile = (name: MessageName, language: Language) =>
  Handlebars.compile(readFileSync(new URL(`bot-${name}.${language}.hbs`, folder), 'utf8'), {
    noEscape: true,
    strict: true,
  });

const templates = new Map(
  messageNames.flatMap((name) =>
    languages.map((language) => [`${name}.${language}`, compile(name, language)] as const),
  ),
);

/** What the bot says. Values must have gone through `plainText` if they came from outside. */
export function message(name: MessageName, language: Language, values: object): string {
  const template = templates.get(`${name}.${language}`);
  return template ? template(values).trim() : '';
}
