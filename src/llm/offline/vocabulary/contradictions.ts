import type { Language } from '../../../core/plan/plan.ts';
import { type Phrase, phrase } from '../text/phrases.ts';

/** Two things that cannot both hold. A leading `-` asks for the phrase in negated form. */
export interface Contradiction {
  first: readonly Phrase<boolean>[];
  second: readonly Phrase<boolean>[];
  /** A thing asked for that makes room for both. */
  unless: RegExp;
  why: Record<Language, string>;
}

const stateless =
  'stateless, keep nothing about, keeps nothing about, stores nothing about, -state, -server side state, -server state, -session store, -sessions on server, nothing about tokens, nothing about users, -состояни*, stateless сервер, без состояни*, ничего не хранит о, не хранит состояни*, -хранить сессии, zustandslos*, sin estado, sans état, 无状态';
const noNetwork =
  'closed network, closed circuit, isolated network, isolated environment, -route to internet, air gapped, airgapped, air gap, -internet access, -access to internet, -internet connection, -outgoing connections, -outgoing traffic, -outgoing requests, -network access, offline network, fully offline, completely offline, -outbound, -internet, -external services, -third party services, -external dependencies, -outside services, -external apis, -third parties, закрыт* сет*, закрыт* контур*, изолированн* сет*, изолированн* контур*, изолированн* сред*, -интернет*, -доступа к интернету, -доступа в интернет, -выхода в интернет, -выхода наружу, -внешн* сервис*, -сторонн* сервис*, -внешн* зависимост*, полностью офлайн, только локальн* сет*, ohne internet*, abgeschottet*, sin internet, sin conexión a internet, sans internet, -互联网, 内网隔离';
const serverless =
  'cloudflare worker*, cloudflare pages, workers only, lambda, lambdas, serverless*, cloud function*, edge function*, vercel function*, vercel, netlify, deno deploy, лямбд*, бессерверн*, облачн* функци*, воркер* cloudflare';

const table: readonly [string, string, string, string, RegExp?][] = [
  [
    stateless,
    'revoke*, revocation, active sessions, list of sessions, list all sessions, log out everywhere, logout everywhere, log out of all devices, invalidate token*, session list, blacklist*, отзыв* токен*, отзывать, отозвать, список сессий, активн* сесси*, выйти на всех устройствах, завершить все сессии, завершать сессии',
    'revoking or listing sessions needs state on the server',
    'для отзыва и списка сессий серверу нужно состояние',
    /^(cache-redis|db-)/,
  ],
  [
    noNetwork,
    'stripe, paypal, google*, twilio, mailgun, mailchimp, postmark, aws, amazon, azure, firebase, fcm, apns, github login, login with github, slack*, discord*, whatsapp, openai*, gpt*, claude, llm api, auth0, okta cloud, sentry, weather api, exchange rates from, юкасс*, yookassa, сбп, тинькофф*, гугл*, вход через, через яндекс, телеграм*, telegram bot, курс* валют, sms gateway, cloud storage, google login, sign in with google, oauth*, openai, chatgpt, twilio, sms, push notification*, external api, third party api, sendgrid, s3, telegram*, card payment*, страйп, через google, внешн* api, телеграм*, оплат* картой, онлайн оплат*, смс*',
    'the outside service can only be reached over the internet',
    'внешний сервис доступен только через интернет',
  ],
  [
    serverless,
    'for hours, two hours, three hours, several hours, hours long, hour long, часами, несколько часов, часов подряд, child process*, spawn*, forks process*, daemon*, -cold start*, cron inside process, interval in process, setinterval, websocket connections kept in memory, rooms in memory, sqlite file, sqlite on disk, local sqlite, local filesystem, local file system, files on disk, to disk, on local disk, shared memory, in process cache shared, тяжел* процесс*, ffmpeg процесс*, локальн* файл*, файл sqlite, файле sqlite, в файл на диске, держать соединени*, open socket*, socket connection*, keep connections open, hold connections open, process wide, in process map, times a second, game loop, запускать процесс*, запускает процесс*, child process*, spawn* process*, local disk, on disk, written to disk, global array, global variable, in memory between requests, state between requests, long running process*, keep running processes, ffmpeg, local file*, background thread*, дочерн* процесс*, локальн* диск*, на диск, в памяти между запросами, глобальн* переменн*',
    'functions start no processes and keep neither disk nor memory between requests',
    'функции не запускают процессов и не хранят диск и память между запросами',
  ],
  [
    '-auth, -authentication, -accounts, нельзя заводить аккаунты, запрещены аккаунты, аккаунты запрещены, accounts are forbidden, must be no accounts, -user accounts, -identity, -identification, without users, not know users, does not know users, knows no users, everything anonymous, completely anonymous, no login, -учетн* запис*, -логин*, не знает пользовател*, не различает пользовател*, без пользователей, все анонимно, -auth, -authentication, -login, -account*, -sign in, -auth any, anonymous only, fully anonymous, -авторизац*, -аутентификац*, -аккаунт*, -вход, полностью анонимн*',
    'who did what, who changed what, know who, кто что сделал, кто именно, belong to them, belongs to them, belong to him, nobody else, just their own, own entries, own orders, own records, own posts, own data, own profile, own notes, own files, own bookings, own history, my orders, his own, her own, per user, each user sees, each person sees, everyone sees only, everyone edits only, users see only, user sees only, saved card*, private to each, private messages, private profile, personal dashboard, personal history, видит только свои, видят только свои, видит только свое, редактирует только свои, каждый видит, каждому видны, каждого пользователя, каждый пользователь, у каждого свои, у каждого свой, личн* данные, личн* сообщени*, приватн*, сохраненн* карт*, свои заказы, свои записи, история пользователя, профиль пользователя, only the owner, only owner, only its owner, private to user, their own, only their own, only admins, only admin, only administrators, admins can, role based, after login, once logged in, signed in users, logged in users, only registered, personal account, только владел*, только свои, только автор*, только админ*, личн* кабинет*, зарегистрированн* пользовател*, роли и права, после входа',
    'without signing in the server cannot know who is asking',
    'без входа сервер не знает, кто к нему обращается',
    /^auth-(?!any)/,
  ],
  [
    '-email, -mail, -emails, -e mail, -sending mail, never send email*, never sends email*, never sends mail*, -рассылк*, -электронн* писем, -электронн* почт*, не отправля* писем, never send email*, -письм*, -почт*',
    'confirm by email, email confirmation, reset by email, by email, magic link*, verify email, verification email, подтвержден* по почте, письмом, ссылк* на почту, сброс пароля по почте',
    'it cannot be done without sending mail',
    'этого не сделать без отправки писем',
  ],
  [
    '-delet*, nothing may be deleted, never deleted, never altered, never be altered, never be deleted, never removed, never be removed, must never be deleted, никогда не удаля*, -удаляются, immutable*, write once, worm storage, append only, kept forever, keep forever, stored forever, неизменяем*, не удаляется никогда, никогда не удаля*, ничего не удаля*, хран* вечно, хранятся вечно, запрещено удалять, только на запись, nothing may be deleted, keep everything forever, immutable records, append only, -удал*, нельзя удалять, никогда не удал*, хранить вечно, только добавление',
    'demand deletion, request deletion, have data deleted, have it erased, erased on request, delete on request, deletion of their, deletion within, purge old, purged after, retention of days, deleted after days, erase person, erase a person, удалить все свои данные, удалить свои данные, удаля* по запросу, удаление по запросу, требовать удален*, потребовать удален*, стереть, стираются через, удаляются через, 152 фз, right to be forgotten, gdpr, erase personal data, delete my data, delete account, delete their account, erasure, право на забвение, удален* аккаунт*, удалить аккаунт, удалять свои данные, удален* персональных данных, удалить свои данные',
    'erasure and keeping everything exclude each other',
    'удаление и вечное хранение исключают друг друга',
    /^audit-log$/,
  ],
  [
    'end to end encrypted, end to end encryption, end to end encrypt*, e2e*, encrypted on device, encrypted on the client, client side encrypt*, server never sees plaintext, server must not see, operator can never read, operator cannot read, not know keys, server has no keys, сквозн* шифр*, шифру* на устройстве, шифру* на клиенте, зашифрован* на клиенте, не знает ключ*, не имеет ключ*, сервер не видит, не может читать, end to end encrypted, end to end encryption, e2e encrypted, e2ee, zero knowledge, server cannot read, сквозн* шифрован*, сервер не может прочитать',
    'search over, search all, search through, searchable, search by words, search in, server side search, scan*, insult*, profanity, detect spam, spam filter*, analy* content, analy* text, analy* messages, translate messages, autoreply by content, preview links, indexes messages, index the text, keyword*, находить сообщени*, находить по, искать по, ищет по, по любому слову, удаля* мат, фильтр* мат, провер* текст*, анализ* текст*, анализ* сообщени*, антиспам, индексир* текст*, индексир* сообщени*, переводит сообщени*, full text search, search messages, search in messages, moderat*, content filter*, summari*, read messages, поиск по сообщениям, полнотекстов*, модерац*',
    'the server cannot search or moderate what it cannot read',
    'сервер не может искать и модерировать то, чего не может прочитать',
  ],
  [
    '-personal data, -персональн* данн*, -персональных данных',
    'send email*, full name, passport number, real names, имена и телефоны, фио, паспорт*, phone number*, email address*, by email, sms, date of birth, home address, номер телефона, адрес почты, рассылк*, дата рождения, имя и телефон',
    'an address or a phone number is personal data',
    'адрес и телефон — персональные данные',
  ],
  [
    '-websocket*, -websockets, -open connections, -persistent connections, -long lived connections, -sockets, -push, only plain http, no sockets no polling, -сокет*, -постоянн* соединени*, -опрос*, -websocket*, -polling, -вебсокет*, plain http only without push, only request response',
    'real time, realtime, live update*, live chat, live score*, updates live, appear immediately, at the same moment, within a second, within milliseconds, pushed to clients, multiplayer, реальном времени, реалтайм, сразу видят, тут же видят, без задержки, real time, realtime, live updates, pushed to browsers, instantly, typing indicator, в реальном времени, мгновенн*',
    'live updates need a connection that stays open or is polled',
    'мгновенным обновлениям нужно открытое соединение или опрос',
    /^sse$/,
  ],
  [
    '-registration, -sign up, -signup, -регистрац*',
    'their own, his own, her own, own orders, own posts, own history, per user, personal account, personal history, saved card*, личн* кабинет*, только свои, свои заказы, история пользователя, сохраненн* карт*',
    'without signing in the server cannot know who is asking',
    'без входа сервер не знает, кто к нему обращается',
    /^auth-(?!any)/,
  ],
  [
    'sqlite*, sqlite file, single file database, скулайт*',
    'two servers, three servers, four servers, five servers, ten servers, many servers, each server, every server, all servers, servers write, two nodes, three nodes, several nodes, nodes write, pods, серверов*, узлов*, нод, нодах*, каждом сервере, several replicas, many replicas, replicas, several instances, multiple instances, several servers, several hosts, several machines, different hosts, different machines, multiple hosts, multi region, several regions, multi master, horizontally scal*, horizontal scaling, autoscal*, load balanced across, cluster of servers, kubernetes replicas, нескольк* реплик*, нескольк* экземпляр*, нескольк* серверов, нескольк* сервера, нескольк* машин*, разных серверах, разных машинах, реплик*, горизонтальн* масштаб*, автомасштаб*, mehrere instanzen, varias instancias, plusieurs instances',
    'one SQLite file cannot be written by several machines',
    'один файл SQLite не могут писать несколько машин',
  ],
  [
    '-database*, -db, -disk, -persistence, -persistent storage, -storage, -stored, nothing is stored, nothing stored, stores nothing, nothing may be stored, nothing persisted, nothing on disk, only in memory, memory only, in memory only, ничего не сохран*, ничего не хран*, ничего не пис*, -баз* данных, -бд, -диск*, -хранен*, только в памяти, только в оперативной памяти, ohne datenbank, sin base de datos, sans base de données',
    'survive restart*, survive a restart, survives restart*, survives a restart, after restart, after a restart, across restarts, after reboot, must not be lost, nothing may be lost, keep for years, for years, history of all, full history, complete history, reports over last year, audit of last, stored permanently, permanently stored, permanent history, after crash, переживать перезапуск, переживает перезапуск, пережить перезапуск, после перезапуск*, после рестарт*, не должны теряться, не теряются, ничего не терять, историю за год, история за год, за весь год, за прошлый год, отчеты за год, за все время, хранить годами, вся история',
    'what must outlast a restart has to be stored',
    'что переживает перезапуск, нужно где-то хранить',
    /^(cache-redis|db-|object-storage)/,
  ],
  [
    '-dependenc*, -external dependenc*, -npm packages, -third party libraries, -libraries, -third party code, -third party packages, -зависимост*, -сторонн* библиотек*, -внешн* библиотек*, -npm пакет*',
    'stripe*, paypal, openai*, twilio, sendgrid, keycloak, страйп*',
    'it needs a package or a service of others',
    'для этого нужен чужой пакет или сервис',
  ],
  [
    '-writes, -write access, read only for everyone, read only for all, nobody can write, nothing can be changed, только чтение для всех',
    'users post, users upload, users create, users comment, users edit, visitors comment, anyone can add, customers order, place orders, пользователи публику*, пользователи добавля*, пользователи загружа*, оставля* комментари*, оформля* заказ*',
    'nobody can write to what is only read',
    'в то, что только читают, никто не пишет',
  ],
  [
    'strongly consistent, strong consistency, linearizab*, always consistent, строг* согласованн*, строг* консистентн*',
    'during network partition*, during partition*, network partition*, network split*, while offline, when disconnected, while disconnected, без связи, при разрыве сети, при потере связи, офлайн, оффлайн',
    'replicas that cannot reach each other cannot agree on what was written',
    'реплики без связи друг с другом не договорятся о записанном',
  ],
  [
    'only hashed, stored hashed, stored only as hash*, only as hash*, never in plain text, -plain text, не в открытом виде, -открытом виде, только хэш*, только хеш*, только в виде хеш*',
    'email their password, emails their password, mail password, send password, sends password, send them their password, show password*, shows password*, see password*, password is sent, decrypt password*, прислать пароль, присылать пароль, присыла* забыт* пароль, показать пароль, показыва* парол*, видит парол*, видеть парол*, расшифров* парол*',
    'a password that is only kept as a hash cannot be shown',
    'пароль, от которого есть только хеш, показать нельзя',
  ],
  [
    'nothing may be logged, nothing is logged, no logs of any kind, -logs, -logging of any kind, -логов, логи запрещены',
    'audit log*, audit trail, access log*, log of all, log of every, log all actions, журнал* действий, журнал* аудита, аудит*, журнал* всех',
    'an audit trail is a log',
    'журнал действий — это тоже лог',
  ],
  [
    'on github pages only, only on github pages, runs on github pages, static hosting only, only static hosting, only static files, purely static, только статическ* хостинг*, только статик*',
    'database*, login, sign in, websocket*, cron, postgres*, mysql, accounts, store orders, баз* данных, бд, авторизац*, вход, регистрац*',
    'static hosting runs nothing on the server',
    'статический хостинг ничего не выполняет на сервере',
  ],
  [
    'everything synchron*, strictly synchron*, happen* synchron*, processed synchron*, only synchron*, synchronously inside request, только синхронно, -background jobs, -background process*, -background work, -фонов*, все синхронно, строго синхронно',
    'run in background, sent in background, processed in background, done in background, every night, nightly*, scheduled report*, retried later, retried, retries, newsletter to, queued, queue for later, delayed email*, в фоне, каждую ночь, каждый час, по расписанию, отложенн* отправк*, раз в сутки, ежедневн* отчет*',
    'work that runs later needs something that runs it',
    'отложенную работу должно что-то выполнять',
  ],
];

const phrases = (cell: string) =>
  cell
    .split(',')
    .map((text) => text.trim())
    .map((text) => phrase(text.replace(/^-/, ''), text.startsWith('-')));

export const contradictions: readonly Contradiction[] = table.map(
  ([first, second, en, ru, unless = /^$/]) => ({
    first: phrases(first),
    second: phrases(second),
    unless,
    why: { en, ru },
  }),
);
