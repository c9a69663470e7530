import { expect, it } from 'vitest';
import { capabilitiesInCode, filledCode } from '../../../scripts/catalogue/source/filled-code.ts';

const templates = new Map([
  [
    'src/a.ts.hbs',
    '{{#if has.redis}}\nexport const a = 1;\n{{else}}\nexport const a = 2;\n{{/if}}\n',
  ],
  ['readme.md.hbs', '{{#if has.mailer}}Mail{{/if}}'],
]);

it('reads code that is a template as a server with what it asks for has it', () => {
  expect([...filledCode(templates)]).toEqual([['src/a.ts', 'export const a = 1;\n']]);
});

it('knows beside which capabilities that code is another, and so has to be judged', () => {
  expect(capabilitiesInCode(templates)).toEqual(['redis']);
});
