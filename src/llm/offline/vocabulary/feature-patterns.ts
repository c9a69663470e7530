/** What single words do not show: label and the turns of phrase that ask for it. */
export const featurePatterns: readonly (readonly [label: string, pattern: RegExp])[] = [
  [
    'auth-oauth',
    /\b(?:google|apple|facebook|github|microsoft|twitter|linkedin|gitlab|discord|steam|vk|yandex|telegram)\b.{0,25}\b(?:sign[- ]?in|log[- ]?in|login|sso)\b|\b(?:sign|log)\w*[- ]?(?:in|on)?\s+(?:with|via|through|using|by)\s+.{0,20}\b(?:google|apple|facebook|github|microsoft|twitter|linkedin|gitlab|discord|steam|vk|yandex)\b/iu,
  ],
  [
    'http-client',
    /\b(?:checks?|pings?|probes?|monitors?|crawls?|fetch(?:es)?|downloads?)\s+(?:\w+\s+){0,2}(?:urls?|sites?|websites?|endpoints?|web ?pages?)\b|(?:провер|пингу|опрашива|скачива)\p{L}*\s+(?:\p{L}+\s+){0,2}(?:сайт|url|адрес\p{L}* сайт|страниц)/iu,
  ],
  [
    'i18n',
    /\b(?:in|into)\s+(?:their|his|her|your|the (?:user|visitor|customer|reader)'?s|own)\s+(?:own\s+)?(?:native\s+)?language\b/iu,
  ],
  [
    'analytics-events',
    /\bwhich\s+(?:\w+\s+){1,3}(?:open|view|read|click|visit|buy|use|watch|order)\w*\s+(?:the\s+)?most\b|\bhow\s+many\s+(?:times|people|clicks|views|visits)\b|\b(?:count|counts|counted|track)\b.{0,20}\b(?:clicks?|views?|visits?|downloads?|opens)\b/iu,
  ],
  [
    'analytics-events',
    /(?:счита|подсч)\p{L}*\s+(?:\p{L}+\s+)?(?:переход|клик|просмотр|скачив|посещен)|(?:переход|клик|просмотр|скачиван|посещен)\p{L}*\s+(?:\p{L}+\s+)?(?:счита|подсч|учитыва)/iu,
  ],
  [
    'websocket',
    /\b(?:see|sees|watch|watches|shown?|shows|updated?|updates|moves?|changes?|appears?)\b[^.;\n]{0,40}\b(?:live|right away|immediately|instantly|at once|as it happens|without (?:reloading|refresh\w*))\b|(?:сразу|мгновенно|тут же|моментально)\s+(?:\p{L}+\s+)?(?:вид|появл|отобра|обновл)|(?:вид|появл|обновл)\p{L}*\s+(?:\p{L}+\s+)?(?:сразу|мгновенно|моментально|без перезагруз)/iu,
  ],
  [
    'webhooks-out',
    /вебхук\p{L}*\s+(?:мерчант|клиент|партн|магазин|подписчик|наружу|во?\s+внешн)|\b(?:calls?|fires?|triggers?|hits?|invokes?|posts?\s+to|sends?)\s+(?:an?\s+|the\s+|their\s+|your\s+|custom\s+|user\s+|configured\s+)*webhooks?\b|\b(?:push|post|sen[dt]|deliver)\w*\s+to\s+(?:the\s+|an?\s+|each\s+|their\s+)?(?:\w+(?:'s|’s)?\s+)?(?:endpoint|callback|url)s?\b/iu,
  ],
  [
    'circuit-breaker',
    /\bstop\w*\s+(?:calling|asking|for a while|sending)\b.{0,60}\b(?:fail|down|error)|\b(?:fail\w*|down|errors?)\b.{0,40}\bstop\w*\s+(?:calling|asking|sending)\b|(?:перестава|прекраща)\p{L}*\s+(?:\p{L}+\s+){0,2}(?:вызыв|обращ|запрос)/iu,
  ],
  [
    'idempotency',
    /\b(?:retr(?:y|ies|ied)|repeat\w*|re-?sen[dt]|resubmi\w+|double click\w*)\b[^.\n]{0,60}\b(?:never|not|no|without|cannot)\b[^.\n]{0,40}\b(?:twice|second|double|duplicates?|again)\b/iu,
  ],
  [
    'auth-api-key',
    /\b(?:with|by|using|via)\s+(?:its|their|his|her|an?|own)\s+(?:own\s+|secret\s+|personal\s+|api\s+|access\s+)*keys?\b|\b(?:with|by|using|via)\s+(?:an?\s+|their\s+|its\s+)?(?:personal|device|project|service)\s+tokens?\b|ключ\p{L}*\s+(?:на|для)\s+(?:кажд\p{L}*\s+)?(?:сотрудник|клиент|команд|партн|устройств|пользовател|проект)/iu,
  ],
  [
    'file-upload',
    /\b(?:photos?|pictures|selfies?|screenshots?|scans)\b|(?<!\p{L})(?:фото|фотк\p{L}*|фотограф\p{L}*|скриншот\p{L}*|картинк\p{L}*)(?!\p{L})|(?<!\p{L})fotos(?!\p{L})|\b(?:with|attach\w*|send\w*|submit\w*|provides?|hands? in)\s+(?:\w+\s+){0,2}(?:documents|receipts|files|images|attachments|certificates)\b/iu,
  ],
  [
    'rbac',
    /\b(?:approvals?|sign-?off|four[- ]eyes)\b|\b(?:more|fewer|extra|limited|restricted)\s+(?:rights|permissions|privileges)\b|mehr\s+rechte/iu,
  ],
  [
    'audit-log',
    /\btraceable\s+to\b|\b(?:everything|anything)\b[^.\n]{0,40}\b(?:is|gets|are)\s+(?:logged|recorded|audited)\b|\b(?:who|when)\s+and\s+(?:who|when|what)\s+(?:was\s+)?(?:changed|edited|did)\b/iu,
  ],
  [
    'payments-stripe',
    /списан\p{L}*\s+(?:\p{L}+\s+){0,2}с\s+карт|с\s+карты\s+спис|\bcharg\w+\s+(?:the\s+|their\s+|his\s+|her\s+)?(?:credit\s+)?cards?\b/iu,
  ],
  [
    'scheduler-cron',
    /(?:вечером|утром|ночью)\s+(?:[^.\n]{0,30})(?:отч[её]т|сводк|письм|рассыл)|\b(?:in\s+the\s+(?:evening|morning)|overnight)\b[^.\n]{0,40}\b(?:report|summary|mail|email|digest)|la\s+veille|am\s+vortag|el\s+día\s+anterior|la\s+víspera/iu,
  ],
  [
    'http-client',
    /\b(?:to|from|via|with|through|use|uses|using|calls?|over|against|hits?|quer(?:y|ies)|polls?|in front of)\s+(?:the\s+|their\s+)?(?!(?:REST|JSON|HTTPS?|CRUD|Web|GraphQL|OpenAPI|Fastify|Express|Hono|Nest\w*|Node|TypeScript)\s)\p{Lu}[\p{L}\d.]+(?:\/\p{Lu}[\p{L}\d]+)*(?:'s|’s)?\s+APIs?\b/u,
  ],
  [
    'http-client',
    /\bgo(?:es)?\s+to\s+(?!MinIO|Postgre|Mongo|Rabbit|MySQL|Maria|Elastic|Click|OpenSearch)[A-Z][a-z]+[A-Z]\w*|(?:с|со|из|от|у)\s+[A-Z][a-z]{3,}\s+(?:по\s+)?(?:API|апи)/u,
  ],
  [
    'http-client',
    /\b(?:goes|go|sent|forwarded|passed|relayed)\s+(?:on\s+)?to\s+(?:the\s+)?(?:partner|provider|upstream|carrier|supplier'?s?)\b|\b(?:from|by|through|via|against)\s+(?:a\s+|an\s+|the\s+|another\s+|some\s+)?(?:third[- ]party|external|outside|remote|partner|provider|public|government)(?:'s)?\s+(?:\w+\s+)?(?:api|apis|service|services|feed|feeds|source|sources|provider|site|system)\b/iu,
  ],
  [
    'http-client',
    /(?:забира|получа|подтягива|тян|скачива|загружа|импортиру|бер)\p{L}*\s+(?:\p{L}+\s+){0,3}(?:с|со|из|от|у)\s+(?:внешн|сторонн|чуж|партн|поставщик|провайдер|бирж|маркетплейс|сайт|api|апи|источник)/iu,
  ],
  [
    'i18n',
    /\b(?:in|into|between)\s+(?:(?:english|german|french|spanish|italian|portuguese|polish|russian|ukrainian|dutch|swedish|chinese|japanese|korean|arabic|turkish|hindi|kazakh|czech)\b(?:,\s*|\s+and\s+|\s+or\s+|\s*\/\s*)?){2,}|\b(?:two|three|four|five|several|multiple|many|[2-9]|\d\d)\s+languages\b/iu,
  ],
  [
    'i18n',
    /на\s+(?:\p{L}+ском)(?:,\s*|\s+и\s+|\s+или\s+)(?:на\s+)?\p{L}+ском(?!\p{L})|(?:два|двух|три|трех|трёх|четыре|[2-9])\s+язык/iu,
  ],
  [
    'scheduler-cron',
    /\b(?:every|each)\s+(?:other\s+)?(?:\d+\s+|few\s+|two\s+|five\s+|ten\s+)?(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|quarters?|mornings?|evenings?|nights?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|midnight)\b|\b(?:once|twice)\s+(?:a|an|per)\s+(?:minute|hour|day|night|week|month|year)\b|\b(?:at|after)\s+(?:midnight|\d{1,2}[:.]\d\d|\d{1,2}(?::\d\d)?\s*(?:am|pm))\b|\b\d+\s*(?:h|hours?|days?|minutes?)\s+before\b/iu,
  ],
  [
    'scheduler-cron',
    /кажд(?:ые|ую|ый|ое)\s+(?:\d+\s*)?(?:\p{L}+\s+)?(?:секунд|минут|час|ден|дня|дней|сут|ноч|утр|вечер|недел|месяц|понедельник|вторник|сред|четверг|пятниц|суббот|воскресен)|(?:один\s+)?(?:раз|дважды)\s+в\s+(?:\d+\s+)?(?:секунд|минут|час|ден|сут|недел|месяц|квартал|год|полчаса)|за\s+(?:\d+\s+)?(?:час|сутки|день|дня|неделю)\p{L}*\s+до|за\s+\d+\s+(?:минут|час|дн|ден)|(?<!\p{L})в\s+\d{1,2}[:.]\d\d/iu,
  ],
  [
    'multi-tenancy',
    /\b(?:every|each|per)\s+(?:company|organi[sz]ation|tenant|client company|school|clinic|agency|franchise\w*|club|restaurant|firm|shop|store)\b.{0,30}\b(?:own\s+(?:workspace|data|space|users|members|subdomain|account|records|staff)|only\s+(?:its|their)\s+own|isolated|separate|sees\s+only)/iu,
  ],
  [
    'multi-tenancy',
    /кажд\p{L}+\s+(?:\p{L}+\s+)?(?:организац|компан|клиник|школ|клуб|фирм|филиал|арендатор|магазин|агентств|ресторан)\p{L}*.{0,30}(?:видит только|только сво|свои данн|сво[йеяи] (?:простран|кабинет|поддомен|пользоват|сотрудник)|изолиров)/iu,
  ],
  [
    'rbac',
    /\b(?:only|just)\s+(?:the\s+|an?\s+)?(?:admins?|administrators?|managers?|staff|teachers?|instructors?|doctors?|editors?|moderators?|owners? of the (?:company|shop)|librarians?|operators?|curators?|organi[sz]ers?|employees|coach(?:es)?|supervisors?|dispatchers?|treasurer|accountants?)\b|\b(?:manager|supervisor|admin|moderator|editor|teacher|boss|i)\s+(?:approves?|accepts?|confirms?|declines?|rejects?)\b|\bsees?\s+only\s+(?:the\s+)?\w+(?:\s+\w+)?\s+(?:of|for)\s+(?:his|her|their|its)\s+own\b|\bown\s+(?:rights|permissions)\b/iu,
  ],
  [
    'rbac',
    /(?:только|лишь)\s+(?:админ|администратор|менеджер|сотрудник|преподавател|учител|врач|редактор|модератор|куратор|организатор|руководител|оператор|бухгалтер|диспетчер|тренер)|(?:руководител|начальник|менеджер|админ|администратор|модератор|бухгалтер)\p{L}*\s+(?:подтвержда|утвержда|одобря|согласов|согласу|отклоня|проверя)/iu,
  ],
  [
    'gdpr-export-delete',
    /\b(?:export|download|fetch|get|receive|request)\s+(?:a copy of\s+)?(?:all\s+|everything\s+)?(?:of\s+)?(?:(?:his|her|their|my|your|its)\s+(?:own\s+)?(?:personal\s+)?data|(?:that is\s+|that was\s+)?stored\s+about\s+(?:him|her|them|me))\b|\b(?:delet|eras|remov|wip)\w*\s+(?:all\s+)?(?:of\s+)?(?:his|her|their|my)\s+(?:own\s+)?(?:personal\s+)?data\b|\bpersonal\s+data\s+(?:\w+\s+){0,3}(?:erased|deleted|exported)\b/iu,
  ],
  [
    'gdpr-export-delete',
    /(?:скача|выгру|получ|удал|стер|экспорт)\p{L}*\s+(?:или\s+\p{L}+\s+|и\s+\p{L}+\s+)?(?:все\s+|всё\s+)?(?:о себе|сво[ийе]\s+(?:личн\p{L}*\s+|персональн\p{L}*\s+)?данн|все данные о себе)/iu,
  ],
  [
    'soft-delete',
    /\b(?:deleted?|removed?)\s+\w+\s+(?:can|may|could)\s+be\s+(?:restored|recovered|brought back)\b|\b(?:restore|recover|undo|undelete)\w*\s+(?:\w+\s+)?(?:deleted|removed)\b|\b(?:never|not)\s+(?:really|physically|actually)\s+(?:deleted?|removed?)\b/iu,
  ],
  [
    'soft-delete',
    /удал[её]нн\p{L}*\s+(?:\p{L}+\s+)?(?:можно\s+)?(?:восстан|верну)|(?:восстан|верну)\p{L}*\s+(?:случайно\s+)?удал[её]нн|(?:физически|насовсем|реально)\s+не\s+удал|не\s+удал\p{L}*\s+(?:физически|насовсем)/iu,
  ],
  [
    'audit-log',
    /\b(?:every|each|all)\s+(?:\w+\s+)?(?:access|action|change|edit|operation|step|view)\w*\s+(?:is|are|must be|gets?|should be)\s+(?:recorded|logged|traced|tracked|kept|stored)\b|\b(?:log|record|history|trail|journal)\s+of\s+(?:who|every|each|all)\b|\bwho\s+(?:changed|edited|did|viewed|deleted|touched)\s+(?:what|which|it)\b/iu,
  ],
  [
    'audit-log',
    /(?:журнал|лог|истори|протокол)\p{L}*\s+(?:всех\s+)?(?:действи|изменени|операци|правок|обращени|доступ)|(?:все|каждое|любые|любое)\s+(?:действи|изменени|обращени|правк)\p{L}*\s+(?:\p{L}+\s+){0,2}(?:фиксир|логир|записыва|протокол|сохраня|журнал)|кто,?\s+(?:и\s+)?(?:что|когда)\s+(?:и\s+когда\s+)?(?:изменил|сделал|удалил|менял|правил)/iu,
  ],
  [
    'idempotency',
    /\b(?:repeat|repeated|retr(?:y|ied|ies|ying)|resent|same|duplicate)\s+(?:\w+\s+){0,5}(?:must|should|may|can|shall|does|do)\s*(?:not|n't|never)\s+(?:\w+\s+){0,3}(?:twice|second|again|double|duplicate|another)/iu,
  ],
  [
    'idempotency',
    /повтор\p{L}*\s+(?:\p{L}+\s+){0,4}не\s+(?:должн\p{L}*\s+)?(?:\p{L}+\s+){0,3}(?:дважды|втор|повторн|дубл|ещё|снова)/iu,
  ],
  [
    'geo-postgis',
    /\bwithin\s+(?:a\s+)?(?:\d+|n|x|some|given|certain)?\s*(?:km|kilomet\w+|miles?|met(?:er|re)s?|m)\b|\b(?:near|around|close to)\s+(?:me|you|them|him|her|a point|the user|a given (?:point|location|address)|my location|an address)\b|\b(?:lat(?:itude)?)\s*(?:\/|,|and)\s*(?:lng|lon(?:g|gitude)?)\b/iu,
  ],
  [
    'geo-postgis',
    /в\s+(?:радиусе|пределах)\s+(?:\d+|\p{L}+)?\s*(?:км|километр|метр)|(?:рядом|недалеко|вокруг|поблизости)\s+(?:со?\s+|от\s+)?(?:мной|меня|пользовател|клиент|ним|точк|дом)/iu,
  ],
  [
    'chat',
    /\b(?:write|talk|message|text|chat)\s+(?:to\s+|with\s+)?each\s+other\b|\b(?:buyers?|customers?|users?|tenants?|clients?|patients?|members?)\s+(?:and|with)\s+\w+\s+(?:can\s+)?(?:exchange|send)\s+messages\b/iu,
  ],
  ['chat', /(?:писать|пишут|общаться|общаются|переписываться)\s+друг\s+(?:другу|с другом)/iu],
  [
    'push-notifications',
    /\bpush(?:es)?\s+(?:when|if|before|about)\b|\bpush\s+(?:to|on)\s+(?:the\s+|their\s+)?(?:phones?|mobile|devices?|app)\b|(?<!\p{L})(?:и|по|через)\s+push(?!\p{L})/iu,
  ],
  [
    'auth-api-key',
    /\bapi\s+(?:\w+\s+)?with\s+(?:\w+\s+)?keys\b|\b(?:scripts?|machines?|devices?|partners?|integrations?|bots?|clients?|services?)\s+(?:\w+\s+)?(?:use|uses|with|by|have|send|authenticate with)\s+(?:an?\s+|their\s+|own\s+|personal\s+)?(?:access\s+)?(?:tokens?|keys?)\b/iu,
  ],
  [
    'webhooks-out',
    /\bwebhooks?\s+(?:\w+\s+)?(?:when|whenever|on|after)\b|\b(?:notif(?:y|ies)|calls?|posts?|pings?|tells?|informs?)\s+(?:\w+\s+){0,4}(?:by|through|via|with|over)\s+(?:an?\s+)?webhooks?\b/iu,
  ],
  [
    'sse',
    /\bstream\w*\s+(?:\w+\s+){0,3}(?:answers?|tokens?|progress|events?|logs?|output|responses?)\b(?!\s*(?:into|to\s+kafka))/iu,
  ],
  [
    'payments-stripe',
    /\b(?:pay|pays|paid|paying|payments?|charged?|deposits?)\s+(?:\w+\s+){0,3}(?:by|with|via|through)\s+(?:a\s+|credit\s+|debit\s+|bank\s+)*cards?\b|(?:оплат|плат|покупа)\p{L}*\s+(?:\p{L}+\s+){0,3}(?:картой|картами|онлайн)/iu,
  ],
];

/** What is ruled out without a “no” before its name. */
export const denialPatterns: readonly (readonly [label: string, pattern: RegExp])[] = [
  ['auth-any', /\b(?:no|without|zero)\s+users?\b|(?<!\p{L})без\s+пользовател/iu],
  [
    'database-any',
    /\b(?:redis|valkey|memory)\s+only\b|\bonly\s+(?:in\s+)?(?:redis|valkey|memory)\b|\bredis\s+is\s+the\s+only\b|только\s+(?:в\s+|на\s+)?(?:редис|redis|памят)/iu,
  ],
];
