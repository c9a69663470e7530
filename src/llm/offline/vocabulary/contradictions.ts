import type { Language } from '../../../core/plan/plan.ts';
import { rows } from './parse-lines.ts';

/** Two sides that cannot both hold: concepts of contradiction-sides.ts. */
export interface Contradiction {
  first: string;
  second: string;
  /** A concept that makes room for both, or nothing. */
  unless: string;
  why: Record<Language, string>;
}

/** side | other side | unless | why | why in Russian. */
const table = `
stateless | ends sessions | keeps state anyway | revoking or listing sessions needs state on the server | для отзыва и списка сессий серверу нужно состояние
no internet | needs internet | works later anyway | the outside service can only be reached over the internet | внешний сервис доступен только через интернет
serverless | needs a process | | functions start no processes and keep neither disk nor memory between requests | функции не запускают процессов и не хранят диск и память между запросами
nobody known | knows who | known anyway | without signing in the server cannot know who is asking | без входа сервер не знает, кто к нему обращается
nobody registered | owns | known anyway | without signing in the server cannot know who is asking | без входа сервер не знает, кто к нему обращается
no mail | needs mail | only some mail | it cannot be done without sending mail | этого не сделать без отправки писем
kept for ever | must go | goes softly | erasure and keeping everything exclude each other | удаление и вечное хранение исключают друг друга
unreadable | server reads | | the server cannot search or moderate what it cannot read | сервер не может искать и модерировать то, чего не может прочитать
no personal data | personal facts | | an address or a phone number is personal data | адрес и телефон — персональные данные
no live link | live | other live link | live updates need a connection that stays open or is polled | мгновенным обновлениям нужно открытое соединение или опрос
one file | many writers | shared file | one SQLite file cannot be written by several machines | один файл SQLite не могут писать несколько машин
keeps nothing | must remember | stored elsewhere | what must outlast a restart has to be stored | что переживает перезапуск, нужно где-то хранить
no packages | packages of others | | it needs a package or a service of others | для этого нужен чужой пакет или сервис
read only | people write | | nobody can write to what is only read | в то, что только читают, никто не пишет
strict agreement | parted | | replicas that cannot reach each other cannot agree on what was written | реплики без связи друг с другом не договорятся о записанном
only hashes | shows passwords | | a password that is only kept as a hash cannot be shown | пароль, от которого есть только хеш, показать нельзя
no logs | audit | | an audit trail is a log | журнал действий — это тоже лог
static only | server work | | static hosting runs nothing on the server | статический хостинг ничего не выполняет на сервере
nothing later | must run later | | work that runs later needs something that runs it | отложенную работу должно что-то выполнять
one process | many services | step by step | one process is not several services | один процесс — это не несколько сервисов
no broker | broker | step by step | it is a message broker | это и есть брокер сообщений
not in node | in node | step by step | it runs on Node.js | это работает на Node.js
not cookies | cookies | | a session in a cookie needs cookies | сессии в cookie нужны cookie
no passwords | passwords | plain passwords | there is no password to reset or check | нет пароля, который можно сбросить или проверить
one user | many users | step by step | one user is not many | один пользователь — это не много
all public | some hidden | | what everybody sees is not private | что видно всем, то не закрыто
`;

export const contradictions: readonly Contradiction[] = rows(table).map(
  ([first = '', second = '', unless = '', en = '', ru = '']) => ({
    first,
    second,
    unless,
    why: { en, ru },
  }),
);
