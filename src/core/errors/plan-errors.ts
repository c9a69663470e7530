/** What can be wrong with a plan that has the right shape. */
export const planErrors = {
  'plan.duplicate-module': {
    en: ['The module {name} is named twice.', 'Name it once.'],
    ru: ['Модуль {name} назван дважды.', 'Назовите его один раз.'],
  },
  'plan.duplicate-entity': {
    en: ['There are two entities named {name}.', 'Give one of them another name.'],
    ru: ['Сущность {name} названа дважды.', 'Дайте одной из них другое имя.'],
  },
  'plan.duplicate-field': {
    en: ['{entity} has two fields named {field}.', 'Give one of them another name.'],
    ru: ['В сущности {entity} поле {field} названо дважды.', 'Дайте одному из них другое имя.'],
  },
  'plan.reserved-field': {
    en: [
      '{entity}.{field} is a name that the server uses itself.',
      'Choose a longer name, such as {field}Value.',
    ],
    ru: [
      'Имя {entity}.{field} сервер занимает сам.',
      'Выберите имя подлиннее, например {field}Value.',
    ],
  },
  'plan.reserved-entity': {
    en: ['An entity cannot be named {entity}.', 'Name it {instead}, for example.'],
    ru: ['Сущность нельзя назвать {entity}.', 'Назовите её, например, {instead}.'],
  },
  'plan.entity-clash': {
    en: [
      '{entity} comes with the module {module}.',
      'Put further data of a person into an entity of its own, such as Profile.',
    ],
    ru: [
      '{entity} входит в модуль {module}.',
      'Вынесите дополнительные данные о человеке в отдельную сущность, например Profile.',
    ],
  },
  'plan.foundation-type': {
    en: [
      '{entity}.{field} is planned as {given}, but the module {module} needs {type}.',
      'Make it {type}, or leave the module out.',
    ],
    ru: [
      'Поле {entity}.{field} задано как {given}, а модулю {module} нужно {type}.',
      'Сделайте его {type} или обойдитесь без этого модуля.',
    ],
  },
  'plan.enum-values': {
    en: [
      '{entity}.{field} must list its values if it is an enum, and only then.',
      'Name the possible values in brackets after the field.',
    ],
    ru: [
      'Для {entity}.{field} значения перечисляются тогда и только тогда, когда это enum.',
      'Назовите возможные значения в скобках после поля.',
    ],
  },
  'plan.default-mismatch': {
    en: [
      'The default “{default}” does not fit {entity}.{field}.',
      'Choose a default that the field itself accepts; a unique field has none.',
    ],
    ru: [
      'Значение по умолчанию «{default}» не подходит полю {entity}.{field}.',
      'Выберите значение, которое поле принимает; у уникального поля его нет.',
    ],
  },
  'plan.bounds': {
    en: [
      'The min and max of {entity}.{field} leave it no value.',
      'Give bounds to numbers and money only (whole ones, unless the field is a number), min not above max.',
    ],
    ru: [
      'При таких min и max у {entity}.{field} нет возможных значений.',
      'Границы бывают у чисел и денег (целые, если поле не number), и min не больше max.',
    ],
  },
  'plan.managed-needs-default': {
    en: [
      'Nobody could create {entity}: {field} is required, but those who write it may not set it.',
      'Give {field} a default, or make it optional; an amount of money can only be optional.',
    ],
    ru: [
      'Создать {entity} не смог бы никто: {field} обязательно, но пишущим его не задать.',
      'Дайте {field} значение по умолчанию или сделайте необязательным; деньги — только так.',
    ],
  },
  'plan.unknown-entity': {
    en: ['The relation {relation} names {name}, which is no entity.', 'Describe {name} too.'],
    ru: ['Связь {relation} называет {name}, но такой сущности нет.', 'Опишите и {name}.'],
  },
  'plan.unknown-managed': {
    en: [
      'The role {role} manages {entity}, which is no entity.',
      'Describe {entity} too, or name one of these: {known}.',
    ],
    ru: [
      'Роль {role} управляет {entity}, но такой сущности нет.',
      'Опишите и {entity} или назовите одну из этих: {known}.',
    ],
  },
  'plan.reserved-role': {
    en: [
      'A role cannot be named {role}: the server uses this word itself.',
      'Name it {instead}, for example.',
    ],
    ru: [
      'Роль нельзя назвать {role}: это слово сервер занимает сам.',
      'Назовите её, например, {instead}.',
    ],
  },
  'plan.duplicate-role': {
    en: ['There are two roles named {role}.', 'Make them one, or give one of them another name.'],
    ru: ['Роль {role} названа дважды.', 'Объедините их или дайте одной другое имя.'],
  },
  'plan.duplicate-relation': {
    en: ['{from} and {to} are related twice under one name.', 'Name one of the relations.'],
    ru: ['{from} и {to} связаны дважды под одним именем.', 'Дайте одной из связей имя.'],
  },
  'plan.circular-relation': {
    en: [
      'Neither {from} nor {to} could ever be created: each needs the other first.',
      'Make one of the relations optional.',
    ],
    ru: [
      'Ни {from}, ни {to} нельзя создать: каждая сущность требует другую.',
      'Сделайте одну из связей необязательной.',
    ],
  },
  'plan.owner-needs-owned': {
    en: ['{entity} is for its owner only, but has no owner.', 'Say to whom {entity} belongs.'],
    ru: [
      'Сущность {entity} доступна только владельцу, но владельца у неё нет.',
      'Укажите, кому принадлежит {entity}.',
    ],
  },
  'plan.owned-needs-identity': {
    en: [
      '{entity} belongs to its creator, but anybody may write it without signing in.',
      'Let signed-in users write it, or let it belong to nobody.',
    ],
    ru: [
      '{entity} принадлежит создателю, но писать может кто угодно без входа.',
      'Разрешите запись вошедшим пользователям или уберите владельца.',
    ],
  },
} as const;
