/** Why a plan cannot become a server. */
export const resolveErrors = {
  'module.unknown': {
    en: ['There is no module `{id}` in the catalogue.', 'The nearest name is `{nearest}`.'],
    ru: ['В каталоге нет модуля `{id}`.', 'Ближайшее имя – `{nearest}`.'],
  },
  'module.conflict': {
    en: ['`{a}` and `{b}` cannot stand together: {whyEn}', 'It works without `{drop}`.'],
    ru: ['`{a}` и `{b}` несовместимы: {whyRu}', 'Без `{drop}` всё получится.'],
  },
  'slot.taken': {
    en: [
      'Only one module can be the {slot}, and the plan has `{a}` and `{b}`.',
      'Choose one of them: it works without `{drop}`.',
    ],
    ru: [
      'Роль «{slot}» может занимать один модуль, а в плане и `{a}`, и `{b}`.',
      'Оставьте один из них: без `{drop}` всё получится.',
    ],
  },
  'capability.missing': {
    en: [
      '`{needed}` needs `{capability}` {version}, which no module provides.',
      'Leave `{needed}` out, or ask for a module that provides it.',
    ],
    ru: [
      'Для `{needed}` нужна возможность `{capability}` {version}, но её не даёт ни один модуль.',
      'Уберите `{needed}` или попросите добавить такой модуль.',
    ],
  },
  'option.unknown': {
    en: ['`{id}` has no option `{option}`.', 'Its options are: {known}.'],
    ru: ['У модуля `{id}` нет параметра `{option}`.', 'Есть параметры: {known}.'],
  },
  'option.invalid': {
    en: ['The option `{option}` of `{id}` cannot be {value}.', 'It takes {allowed}.'],
    ru: ['Параметр `{option}` модуля `{id}` не может быть {value}.', 'Допустимо: {allowed}.'],
  },
} as const;
