import { languages } from '../../../src/core/plan/plan.ts';
import type { Check } from '../check.ts';
import { conditionMistakes } from '../manifest/condition-mistakes.ts';
import type { Mistake } from '../manifest/mistake.ts';
import { optionMistakes } from '../manifest/option-mistakes.ts';
import { partMistakes } from '../manifest/part-mistakes.ts';
import { referenceMistakes } from '../manifest/reference-mistakes.ts';
import type { Subject } from '../subject.ts';

const onInstallation =
  /^((pre|post)?(install|pack)|(pre|post)?prepare|prepublish(Only)?|dependencies)$/;
const keywordForms = { en: /[a-z]/i, ru: /[а-яё]/i };

/** Zod has read the manifest already: `unreadable` tells where it could not. */
export const manifest: Check = {
  id: 'manifest',
  title: 'the manifest is consistent with itself, the files and the catalogue',
  run: async (subject) => {
    const where = subject.path('package.json');
    const mistakes = [
      ...(await packageMistakes(subject)),
      ...keywordMistakes(subject),
      ...optionMistakes(subject.module.manifest),
      ...partMistakes(subject.module),
      ...referenceMistakes(subject.module, subject.catalogue),
      ...conditionMistakes(subject.module, subject.catalogue),
    ];
    return mistakes.map(([what, fix]) => ({ check: 'manifest', where, what, fix }));
  },
};

async function packageMistakes({ id, read }: Subject): Promise<Mistake[]> {
  const { name, license, type, scripts = {} } = JSON.parse((await read('package.json')) ?? '{}');
  const mistakes: (Mistake | null)[] = [
    name === `@sotacode/${id}` || !String(name).startsWith('@sotacode/')
      ? null
      : [`the package is called ${name}`, `call it @sotacode/${id}, after its folder`],
    license ? null : ['there is no license', 'add "license": "Apache-2.0"'],
    type === 'module' ? null : ['it is not an ES module', 'add "type": "module"'],
    ...Object.keys(scripts)
      .filter((script) => onInstallation.test(script))
      .map(
        (script): Mistake => [
          `the script ${script} runs where somebody installs it`,
          'drop it: a module is data',
        ],
      ),
  ];
  return mistakes.filter((each) => each !== null);
}

const keywordMistakes = ({ module }: Subject): Mistake[] =>
  languages
    .filter(
      (language) => !keywordForms[language].test(module.manifest.keywords[language].join(' ')),
    )
    .map((language) => [
      `keywords.${language} has no word of its language`,
      'name the words in which people ask for the module',
    ]);
