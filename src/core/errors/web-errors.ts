/** What can be wrong with a request to the API or to the tools server. */
export const webErrors = {
  'input.invalid': {
    en: ['The input does not have the right form: {detail}.', 'See {document} for what is taken.'],
    ru: ['Данные не той формы: {detail}.', 'Что принимается, описано в {document}.'],
  },
  'input.too-large': {
    en: ['The body is larger than {limit}.', 'Send the plan alone, without files.'],
    ru: ['Тело запроса больше, чем {limit}.', 'Пришлите только план, без файлов.'],
  },
  'route.unknown': {
    en: ['There is nothing at {path}.', 'See {document} for what there is.'],
    ru: ['По адресу {path} ничего нет.', 'Что есть, описано в {document}.'],
  },
  'requests.too-many': {
    en: ['Too many requests from this address.', 'Repeat the request in {seconds} seconds.'],
    ru: ['Слишком много запросов с этого адреса.', 'Повторите запрос через {seconds} с.'],
  },
  'plans.exhausted': {
    en: [
      'The model has planned as often as its operator allows in an hour.',
      'Repeat the request later, or send a plan instead of words.',
    ],
    ru: [
      'Модель уже составила столько планов, сколько её владелец разрешил на час.',
      'Повторите запрос позже или пришлите план вместо слов.',
    ],
  },
  'render.busy': {
    en: ['Too many servers are being rendered.', 'Repeat the request in {seconds} seconds.'],
    ru: ['Одновременно собирается слишком много серверов.', 'Повторите запрос через {seconds} с.'],
  },
  'render.unexpected': {
    en: [
      'Something broke on our side and the request was not answered.',
      'Repeat the request; if it breaks again, report it with the plan.',
    ],
    ru: [
      'На нашей стороне произошёл сбой, ответа на запрос нет.',
      'Повторите запрос; если снова не выйдет, сообщите о сбое и приложите план.',
    ],
  },
  'host.refused': {
    en: [
      'Tools are not served under the name {host}.',
      'The operator names the address of the App in SOTACODE_URL.',
    ],
    ru: [
      'Под именем {host} инструменты недоступны.',
      'Адрес приложения его владелец указывает в SOTACODE_URL.',
    ],
  },
  'folder.outside': {
    en: ['`{folder}` is outside of {roots}.', 'Name a folder inside, relative to the root.'],
    ru: ['Папка `{folder}` вне {roots}.', 'Назовите папку внутри, относительно корня.'],
  },
  'folder.files-exist': {
    en: [
      '`{folder}` has files that the server would replace: {paths}.',
      'Move them away or name another folder; nothing was written.',
    ],
    ru: [
      'В папке `{folder}` есть файлы, которые сервер заменил бы: {paths}.',
      'Уберите их или назовите другую папку; ничего не записано.',
    ],
  },
  'folder.unwritable': {
    en: ['`{folder}` cannot be written to ({reason}).', 'Mend that or name another folder.'],
    ru: ['В папку `{folder}` не удаётся писать ({reason}).', 'Исправьте это или назовите другую.'],
  },
  'setup.refused': {
    en: [
      'GitHub did not exchange the code for a registration ({detail}).',
      'Open the link of the log again and start over.',
    ],
    ru: [
      'GitHub не обменял код на регистрацию ({detail}).',
      'Откройте ссылку из журнала заново и начните сначала.',
    ],
  },
  'setup.unsaved': {
    en: [
      'GitHub registered the App, but `{envFile}` could not be written ({reason}), so its keys are lost.',
      'Delete the App at {url}, mend the file and register again.',
    ],
    ru: [
      'GitHub зарегистрировал приложение, но записать `{envFile}` не удалось ({reason}): ключи потеряны.',
      'Удалите приложение на {url}, исправьте файл и зарегистрируйте заново.',
    ],
  },
} as const;
