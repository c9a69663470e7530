/** What is wrong with a repository's `.github/sotacode.yml`. */
export const configErrors = {
  'config.invalid': {
    en: [
      '`{file}`, line {line}, column {column}: {detail}.',
      'Mend the file on the default branch and repeat the command.',
    ],
    ru: [
      '`{file}`, строка {line}, столбец {column}: {detail}.',
      'Исправьте файл в основной ветке и повторите команду.',
    ],
  },
  'config.no-branch': {
    en: [
      '`{file}` names the branch `{branch}` as the base, and there is none.',
      'Push that branch or name another one.',
    ],
    ru: [
      'В `{file}` базовой названа ветка `{branch}`, а её нет.',
      'Создайте эту ветку или назовите другую.',
    ],
  },
  'module.not-allowed': {
    en: [
      'The plan needs `{id}`, which `{file}` of this repository does not allow.',
      'Ask for the server without it, or change that file.',
    ],
    ru: [
      'Для плана нужен `{id}`, но `{file}` этого репозитория его не разрешает.',
      'Попросите сервер без него или измените этот файл.',
    ],
  },
} as const;
