import { lemma, stem } from './stem.ts';
import type { Token } from './token.ts';

/** Technical words that are long enough to be recognised with one letter wrong. */
const technical =
  `postgres postgresql mongodb mysql sqlite mariadb database databases redis kafka rabbitmq docker kubernetes graphql websocket
  websockets telegram discord stripe paypal google facebook github prometheus grafana elasticsearch terraform cloudflare
  notification notifications authentication authorization registration password passwords pagination subscription
  subscriptions payment payments administrator permission permissions reminder reminders statistics analytics calendar
  attachment attachments thumbnail thumbnails background scheduler newsletter shortener webhook webhooks opentelemetry
  multilingual localization migration migrations invoice invoices booking bookings customer customers employee employees
  product products category categories comment comments message messages subject subjects review reviews request requests
  platform backend courses student students teacher teachers lesson lessons
  авторизация авторизацией аутентификация регистрация регистрацией уведомления уведомление напоминания пользователи
  пользователей администратор администраторы подписка подписки рассылка рассылки статистика загрузка пагинация очередь
  фильтрация сортировка вебсокеты телеграм телеграме постгрес докере микросервисы кэширование расписанию комментарии
  объявления объявлений продавец продавцом email emails schedule members member membership trainers trainer management
  calendar manager managers sellers seller orders
  сообщения товары заказы клиенты пассажир водители сотрудники интеграция выгрузка`.split(/\s+/);

/** Words of their own, one letter from another. */
const others = new Set(
  'massage massages employer employers produces produce unload lessen commend manages border older'.split(
    ' ',
  ),
);

const byLetter = Map.groupBy(technical, ([first]) => first);
const known = new Set(technical.flatMap((word) => [word, stem(word)]));

/** “databse” is a database: one letter wrong, missing, too many, or two in the wrong order. */
export function mendTypos(tokens: readonly Token[]): Token[] {
  return tokens.map((token) => {
    if (
      token.lower.length < 5 ||
      others.has(token.lower) ||
      known.has(token.lower) ||
      known.has(token.stem)
    )
      return token;
    const meant = byLetter.get(token.lower[0] ?? '')?.find((word) => isTypo(token.lower, word));
    return meant ? { ...token, lower: meant, lemma: lemma(meant), stem: stem(meant) } : token;
  });
}

/** Short words differ by one letter from too many others, but not with the same letters. */
const isTypo = (written: string, word: string): boolean =>
  (word.length >= 6 || [...written].toSorted().join() === [...word].toSorted().join()) &&
  !sameButEnding(written, word) &&
  isOneEdit(written, word);

/** «product’s» endings are grammar and not typos. */
const sameButEnding = (a: string, b: string) => a.slice(0, -1) === b || b.slice(0, -1) === a;

function isOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [x, y] = [a.slice(start), b.slice(start)];
  return (
    x.slice(1) === y.slice(1) ||
    x.slice(1) === y ||
    x === y.slice(1) ||
    (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2))
  );
}
