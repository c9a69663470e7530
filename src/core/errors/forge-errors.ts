/** Why a repository cannot take a proposal. */
export const forgeErrors = {
  'repository.has-server': {
    en: [
      'This repository already holds a server that SotACode made.',
      'Ask for the new server in another repository; this one is yours to edit.',
    ],
    ru: [
      'В этом репозитории уже есть сервер, созданный SotACode.',
      'Попросите новый сервер в другом репозитории, а этот правьте сами.',
    ],
  },
  'folder.not-a-repository': {
    en: [
      '`{folder}` has files but is not a git repository.',
      'Run `git init` there and commit, or name a new folder.',
    ],
    ru: [
      'В папке `{folder}` есть файлы, но это не репозиторий git.',
      'Выполните там `git init` и сделайте коммит или укажите новую папку.',
    ],
  },
  'folder.dirty': {
    en: ['`{folder}` has uncommitted changes.', 'Commit or stash them, then run this again.'],
    ru: [
      'В папке `{folder}` есть незакоммиченные изменения.',
      'Закоммитьте их или уберите в stash и повторите.',
    ],
  },
} as const;
