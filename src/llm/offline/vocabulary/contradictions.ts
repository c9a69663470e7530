import type { Language } from '../../../core/plan/plan.ts';
import { type Phrase, phrase } from '../text/phrases.ts';

/** Two things that cannot both hold. `true` asks for the phrase in negated form, written with a leading `-`. */
export interface Contradiction {
  first: readonly Phrase<boolean>[];
  second: readonly Phrase<boolean>[];
  why: Record<Language, string>;
}

const stateless =
  'stateless, keep nothing about, -state, -server side state, -server state, nothing about tokens, -состояни*, stateless сервер, ничего не хранит о';
const noNetwork =
  'closed network, -route to internet, air gapped, airgapped, -internet access, -outgoing connections, offline network, -outbound, -internet, закрыт* сет*, изолированн* сет*, -интернет*, -доступа к интернету';
const serverless =
  'cloudflare worker*, workers only, lambda, serverless, cloud function*, edge function*, лямбд*, бессерверн*, serverless';

const table: readonly [string, string, string, string][] = [
  [
    stateless,
    'revoke*, revocation, active sessions, list of sessions, list all sessions, log out everywhere, logout everywhere, log out of all devices, invalidate token*, session list, blacklist*, отзыв* токен*, отзывать, отозвать, список сессий, активн* сесси*, выйти на всех устройствах, завершить все сессии, завершать сессии',
    'revoking or listing sessions needs state on the server',
    'для отзыва и списка сессий серверу нужно состояние',
  ],
  [
    noNetwork,
    'stripe, paypal, google login, sign in with google, oauth*, openai, chatgpt, twilio, sms, push notification*, external api, third party api, sendgrid, s3, telegram*, card payment*, страйп, через google, внешн* api, телеграм*, оплат* картой, онлайн оплат*, смс*',
    'the outside service can only be reached over the internet',
    'внешний сервис доступен только через интернет',
  ],
  [
    serverless,
    'child process*, spawn* process*, local disk, on disk, written to disk, global array, global variable, in memory between requests, state between requests, long running process*, keep running processes, ffmpeg, local file*, background thread*, дочерн* процесс*, локальн* диск*, на диск, в памяти между запросами, глобальн* переменн*',
    'functions start no processes and keep neither disk nor memory between requests',
    'функции не запускают процессов и не хранят диск и память между запросами',
  ],
  [
    '-auth, -authentication, -login, -account*, -sign in, -registration, -auth any, anonymous only, fully anonymous, -авторизац*, -аутентификац*, -регистрац*, -аккаунт*, -вход, полностью анонимн*',
    'only the owner, only owner, only its owner, private to user, their own, only their own, only admins, only admin, only administrators, admins can, role based, after login, once logged in, signed in users, logged in users, only registered, personal account, только владел*, только свои, только автор*, только админ*, личн* кабинет*, зарегистрированн* пользовател*, роли и права, после входа',
    'without signing in the server cannot know who is asking',
    'без входа сервер не знает, кто к нему обращается',
  ],
  [
    '-email, -mail, never send email*, -письм*, -почт*',
    'confirm by email, email confirmation, reset by email, by email, magic link*, verify email, verification email, подтвержден* по почте, письмом, ссылк* на почту, сброс пароля по почте',
    'it cannot be done without sending mail',
    'этого не сделать без отправки писем',
  ],
  [
    '-delet*, nothing may be deleted, keep everything forever, immutable records, append only, -удал*, нельзя удалять, никогда не удал*, хранить вечно, только добавление',
    'right to be forgotten, gdpr, erase personal data, delete my data, delete account, delete their account, erasure, право на забвение, удален* аккаунт*, удалить аккаунт, удалять свои данные, удален* персональных данных, удалить свои данные',
    'erasure and keeping everything exclude each other',
    'удаление и вечное хранение исключают друг друга',
  ],
  [
    'end to end encrypted, end to end encryption, e2e encrypted, e2ee, zero knowledge, server cannot read, сквозн* шифрован*, сервер не может прочитать',
    'full text search, search messages, search in messages, moderat*, content filter*, summari*, read messages, поиск по сообщениям, полнотекстов*, модерац*',
    'the server cannot search or moderate what it cannot read',
    'сервер не может искать и модерировать то, чего не может прочитать',
  ],
  [
    '-personal data, -персональн* данн*, -персональных данных',
    'send email*, phone number*, email address*, by email, sms, date of birth, home address, номер телефона, адрес почты, рассылк*, дата рождения, имя и телефон',
    'an address or a phone number is personal data',
    'адрес и телефон — персональные данные',
  ],
  [
    '-websocket*, -polling, -вебсокет*, plain http only without push, only request response',
    'real time, realtime, live updates, pushed to browsers, instantly, typing indicator, в реальном времени, мгновенн*',
    'live updates need a connection that stays open or is polled',
    'мгновенным обновлениям нужно открытое соединение или опрос',
  ],
];

const phrases = (cell: string) =>
  cell
    .split(',')
    .map((text) => text.trim())
    .map((text) => phrase(text.replace(/^-/, ''), text.startsWith('-')));

export const contradictions: readonly Contradiction[] = table.map(([first, second, en, ru]) => ({
  first: phrases(first),
  second: phrases(second),
  why: { en, ru },
}));
