import type { Language } from '../plan/plan.ts';

const list = (names: readonly string[]) => names.join(', ');

/** What a plan calls a field, and what the module calls it. */
export type OtherName = readonly [asked: string, own: string];

/** How it is told that modules changed the entities of a plan. */
export const adoptionWords = {
  en: {
    kept: (id: string, names: readonly string[]) =>
      `${list(names)}: kept by the module ${id} in its own tables, with its own routes, instead of generated ones.`,
    lostFields: (entity: string, fields: readonly string[]) =>
      `The module's ${entity} has no ${list(fields)}: keep that in an entity of your own if you need it.`,
    otherNames: (entity: string, names: readonly OtherName[]) =>
      `The module's ${entity} has ${list(names.map(([asked, own]) => `${own} for ${asked}`))}.`,
    cut: (from: string, to: string) =>
      `The relation ${from} – ${to} is not generated, because one of the two is a module's table: add the foreign key in a migration of your own.`,
    added: (id: string, entity: string) => `${entity} was added: the module ${id} stands on it.`,
    fitted: (id: string, entity: string, fields: readonly string[]) =>
      `${entity}: ${list(fields)} fitted to what the module ${id} needs.`,
  },
  ru: {
    kept: (id: string, names: readonly string[]) =>
      `${list(names)}: хранит модуль ${id} в своих таблицах и со своими маршрутами, вместо сгенерированных.`,
    lostFields: (entity: string, fields: readonly string[]) =>
      `В ${entity} модуля нет полей ${list(fields)}: если они нужны, заведите для них свою сущность.`,
    otherNames: (entity: string, names: readonly OtherName[]) =>
      `В ${entity} модуля ${list(names.map(([asked, own]) => `вместо ${asked} есть ${own}`))}.`,
    cut: (from: string, to: string) =>
      `Связь ${from} – ${to} не сгенерирована: одна из таблиц принадлежит модулю. Добавьте внешний ключ своей миграцией.`,
    added: (id: string, entity: string) =>
      `${entity} добавлена: на этой сущности стоит модуль ${id}.`,
    fitted: (id: string, entity: string, fields: readonly string[]) =>
      `${entity}: ${list(fields)} приведены к тому, что нужно модулю ${id}.`,
  },
} as const satisfies Record<Language, unknown>;
