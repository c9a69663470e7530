import { expect, test } from 'vitest';
import { detectLanguage } from '../../src/core/plan/detect-language.ts';

test.each([
  ['a blog with comments', 'en'],
  ['блог', 'ru'],
  ['сервер для интернет-магазина с аутентификацией', 'ru'],
  ['REST API для блога, PostgreSQL', 'ru'],
  ['Backend für einen Laden', 'en'],
  ['сервер для крамниці з автентифікацією та замовленнями користувачів', 'en'],
  ['', 'en'],
])('%s is answered in %s', (text, language) => expect(detectLanguage(text)).toBe(language));
