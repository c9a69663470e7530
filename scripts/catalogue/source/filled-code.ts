import type { Module, Tree } from '../../../src/core/manifest/module.ts';
import { fillTemplate } from '../../../src/core/render/template.ts';

const codeTemplate = /^(src|test)\/.+\.ts\.hbs$/;

/**
 * Code that differs from server to server, by its path there: as a server has it in which all those
 * capabilities are there that it asks for.
 */
export const filledCode = (templates: Tree): Tree =>
  new Map(
    [...templates]
      .filter(([path]) => codeTemplate.test(path))
      .map(([path, text]) => [
        path.slice(0, -'.hbs'.length),
        fillTemplate(text, { has: askedFor(text) }),
      ]),
  );

const namesIn = (text: string) =>
  [...text.matchAll(/\bhas\.([\w-]+)/g)].map(([, name = '']) => name);
const askedFor = (text: string) => Object.fromEntries(namesIn(text).map((name) => [name, true]));

/** Capabilities beside which that code is another. */
export const capabilitiesInCode = (templates: Tree): string[] =>
  [...templates].flatMap(([path, text]) => (codeTemplate.test(path) ? namesIn(text) : []));

/** A module with that code among its files: for checks that read code. */
export const withFilledCode = (module: Module): Module => ({
  ...module,
  files: new Map([...module.files, ...filledCode(module.templates)]),
});
