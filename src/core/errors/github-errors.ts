/** What can stand between a finished server and its pull request. */
export const githubErrors = {
  'files.exist': {
    en: [
      'The repository already has files that the server would replace: {paths}.',
      'Give the server a folder of its own with `directory: {directory}` in `.github/sotacode.yml`, or move those files, and repeat the command.',
    ],
    ru: [
      'В репозитории уже есть файлы, которые сервер заменил бы: {paths}.',
      'Дайте серверу собственную папку строкой `directory: {directory}` в `.github/sotacode.yml` или переместите эти файлы и повторите команду.',
    ],
  },
  'plan.unreadable': {
    en: [
      'The plan in the comment cannot be read any more.',
      'Ask again with `/sotacode plan …` and leave the data in its comment as it is.',
    ],
    ru: [
      'План в комментарии больше не читается.',
      'Спросите снова командой `/sotacode plan …` и не меняйте данные в комментарии.',
    ],
  },
  'branch.taken': {
    en: [
      'The branch {branch} has commits by somebody else, so it was left as it is.',
      'Merge, rename or delete the branch, then repeat the command.',
    ],
    ru: [
      'В ветке {branch} есть чужие коммиты, поэтому она оставлена без изменений.',
      'Слейте, переименуйте или удалите ветку и повторите команду.',
    ],
  },
  'repository.refused': {
    en: [
      'GitHub refused to write to the repository: {reason}.',
      'Check that it is not archived and that the App has its permissions, then repeat the command.',
    ],
    ru: [
      'GitHub не позволил записать в репозиторий: {reason}.',
      'Проверьте, что он не в архиве и что права приложения подтверждены, затем повторите команду.',
    ],
  },
  'app.unexpected': {
    en: [
      'Something broke on our side and the build was not finished.',
      'Repeat the command in a new comment; nothing was changed outside its own branch.',
    ],
    ru: [
      'На нашей стороне произошёл сбой, сборка не завершена.',
      'Повторите команду в новом комментарии: вне собственной ветки ничего не изменено.',
    ],
  },
} as const;
