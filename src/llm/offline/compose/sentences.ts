import type { Language } from '../../../core/plan/plan.ts';

const names = (list: readonly string[]) => list.join(', ');

/** What the offline planner says of its own accord. */
export const sentences = {
  en: {
    offline:
      'This plan was made by the offline planner, from keywords and ready domain models; set OPENAI_API_KEY to let a language model read the request.',
    mentioned: (quote: string) => `The request says “${quote}”.`,
    crud: 'The entities are served over REST.',
    keepsSomething:
      'What the server keeps was not named: routes for records are there to be filled.',
    database: 'The entities are kept in PostgreSQL, embedded when no DATABASE_URL is set.',
    noDatabaseNamed: 'No database was named: PostgreSQL.',
    belongs: (entity: string) => `${entity}: rows belong to the user who creates them.`,
    accountsAdded: (entities: readonly string[]) =>
      `Accounts were not mentioned, but rows of ${names(entities)} belong to people: sign-in with a password was added. Say “without authentication” to leave it out.`,
    tokensBeforeCookies:
      'JWT and cookies were both named, and a server has one way to keep people signed in: tokens, sent as Authorization: Bearer. Say “cookie sessions” without JWT to have cookies.',
    open: 'No sign-in was asked for: everybody may read and write everything.',
    openAsAsked: 'Without authentication, everybody may read and write everything.',
    model: (title: string) =>
      `The entities follow the ready model “${title}”; rename or extend them freely.`,
    usualFields: (entities: readonly string[]) =>
      `Fields of ${names(entities)} were not named and follow common usage.`,
    nothingKept: (entities: readonly string[]) =>
      `The request rules out a database, so ${names(entities)} will not be stored.`,
    embedded: 'No database server is needed: rows are kept in an embedded database in a folder.',
    summary: (title: string, entities: readonly string[]) =>
      entities.length > 0
        ? `${title}: a REST server that keeps ${names(entities)}.`
        : `${title}: a REST server.`,
    noModel: {
      part: 'What the server keeps',
      advice:
        'No entity was recognised. Name what is kept, for example: “parcels with weight and address”.',
    },
    unread: (length: number) => ({
      part: `Whatever follows the first ${length} characters`,
      advice: 'The offline planner read no further. Describe the server in fewer words.',
    }),
    notUnderstood: (part: string) => ({
      part: `“${part}”`,
      advice:
        'The offline planner did not understand this part. Put it in other words, or set OPENAI_API_KEY.',
    }),
    doesNotFit: (title: string, beside: string, why: string) => ({
      part: title,
      advice: `Left out beside “${beside}”. ${why}`,
    }),
    quoted: (title: string, quote: string) => `${title} (“${quote}”)`,
  },
  ru: {
    offline:
      'План составил офлайн-планировщик по ключевым словам и готовым моделям; задайте OPENAI_API_KEY, чтобы запрос прочла языковая модель.',
    mentioned: (quote: string) => `В запросе сказано «${quote}».`,
    crud: 'Сущности доступны через REST.',
    keepsSomething: 'Что хранит сервер, не названо: всё для записей готово, добавьте сущности.',
    database: 'Сущности хранятся в PostgreSQL, встроенном, если не задан DATABASE_URL.',
    noDatabaseNamed: 'База данных не названа: PostgreSQL.',
    belongs: (entity: string) => `${entity}: записи принадлежат создавшему их пользователю.`,
    accountsAdded: (entities: readonly string[]) =>
      `Аккаунты не упомянуты, но записи ${names(entities)} принадлежат людям: добавлен вход по паролю. Напишите «без авторизации», чтобы обойтись без него.`,
    tokensBeforeCookies:
      'Названы и JWT, и cookie, а оставаться вошедшим можно одним способом: токены в заголовке Authorization: Bearer. Напишите «сессии в cookie» без JWT, чтобы получить cookie.',
    open: 'Вход не запрошен: читать и менять всё может кто угодно.',
    openAsAsked: 'Без авторизации читать и менять всё может кто угодно.',
    model: (title: string) =>
      `Сущности взяты из готовой модели «${title}»; их можно переименовать и дополнить.`,
    usualFields: (entities: readonly string[]) =>
      `Поля для ${names(entities)} не названы, взяты обычные.`,
    nothingKept: (entities: readonly string[]) =>
      `Запрос исключает базу данных, поэтому ${names(entities)} не хранятся.`,
    embedded: 'Сервер базы данных не нужен: записи лежат во встроенной базе в папке.',
    summary: (title: string, entities: readonly string[]) =>
      entities.length > 0
        ? `${title}: сервер REST, который хранит ${names(entities)}.`
        : `${title}: сервер REST.`,
    noModel: {
      part: 'Что хранит сервер',
      advice:
        'Сущности не распознаны. Назовите, что хранить, например: «посылки с весом и адресом».',
    },
    unread: (length: number) => ({
      part: `Всё после первых ${length} символов`,
      advice: 'Дальше планировщик без модели не читал. Опишите сервер короче.',
    }),
    notUnderstood: (part: string) => ({
      part: `«${part}»`,
      advice: 'Офлайн-планировщик не понял эту часть. Скажите иначе или задайте OPENAI_API_KEY.',
    }),
    doesNotFit: (title: string, beside: string, why: string) => ({
      part: title,
      advice: `Не вошло, потому что есть «${beside}». ${why}`,
    }),
    quoted: (title: string, quote: string) => `${title} («${quote}»)`,
  },
} as const satisfies Record<Language, unknown>;

export type Sentences = (typeof sentences)[Language];
