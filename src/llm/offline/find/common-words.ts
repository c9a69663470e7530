import type { Token } from '../text/token.ts';

const common = new Set(
  `api apis app apps application applications server servers backend service services system systems platform
  platforms website websites site sites web rest http json crud project team company business people person
  friends thing things stuff data database information detail details field fields value values type types
  way ways day days week weeks month months year years hour hours minute minutes second seconds time times
  user users account accounts customer customers everyone everybody somebody language languages code codes
  and or but which who whose also this that these those has have is are was does each every other others client clients words rows records
  numbers lines pages results management others friends parts features requirements needs uses makes gets goes says does
  api сервер сервис сервиса бэкенд бекенд приложение приложения система системы проект сайт магазин данные
  пользователь пользователи поля поле полями и или который которая которое люди человек каждый каждая нужен нужна нужно нужны сделай создай`.split(
    /\s+/,
  ),
);

/** Too general to be a record of its own. */
export const isCommonWord = ({ lower, lemma }: Token): boolean =>
  common.has(lower) || common.has(lemma) || /^\d/.test(lower);
