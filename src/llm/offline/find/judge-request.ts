import { type Problem, problem } from '../../../core/errors/problem.ts';
import type { Reading } from './reading.ts';

const server =
  /\b(api|apis|server|backend|back[- ]end|service|microservice|endpoints?|rest|web ?app|app|application|website|site|platform|portal|bot|system|gateway|relay|webhook|crm|erp|cms|saas|marketplace|servidor|aplicación|aplicação|plataforma|sistema|serveur|plateforme|système|dienst|anwendung|plattform|schnittstelle)\b|сервер|бэкенд|бекенд|бэк(?!\p{L})|сервис|апи(?!\p{L})|приложени|сайт|платформ|портал|бот(?!\p{L})|систем|шлюз|срм(?!\p{L})|маркетплейс|后端|服务|接口|系统|平台|网站|小程序|应用/iu;
/** Work for a writer, a translator, a teacher or an encyclopedia. */
const otherWork =
  /^\W*(?:please\s+|can you\s+|could you\s+|i (?:need|want)(?: you to)?\s+)?(?:write|compose|draft|create|make|tell|give|generate|prepare|design)\s+(?:me\s+|us\s+)?(?:an?\s+|some\s+|my\s+|the\s+)?(?:\w+\s+){0,2}(?:poems?|essays?|stor(?:y|ies)|songs?|lyrics|jokes?|letter|speech|haiku|report about|novel|recipe for|cover letter|resume|cv|tweets?|slogans?|headline|blog post about|article about|press release|logo|picture of|image of|drawing|presentation about|slides about|horoscope|diet|workout plan|travel plan|itinerary)\b|^\W*(?:please\s+|can you\s+|could you\s+)?(?:translate|summari[sz]e|solve|explain|calculate|draw|paint|prove|recommend|suggest|compare|convert|proofread|rephrase|remind me)\b|^\W*(?:fix|debug|refactor|center|style)\s+(?:my|this|the|a)\b|^\W*(?:please\s+|can you\s+)?help me with\b|^\W*(?:write|create|make)\s+(?:me\s+)?(?:an?\s+)?(?:\w+\s+)?(?:function|script|regex|regular expression|sql query|snippet|unit test|macro|formula)s?\b|^\W*(?:пожалуйста,?\s+|можешь\s+)?(?:напиши|сочини|придумай|расскажи|нарисуй|составь|подготовь|сгенерируй)\s+(?:мне\s+|нам\s+)?(?:\S+\s+){0,2}(?:стих|поэм|сочинен|эссе|реферат|рассказ|песн|анекдот|сказк|письмо|доклад|курсов|диплом|картин|поздравлен|тост|резюме|слоган|пост для|пост про|статью про|статью о|открытк|логотип|гороскоп|диет|план тренировок|презентаци)|^\W*(?:пожалуйста,?\s+)?(?:переведи|реши|объясни|нарисуй|посчитай|докажи|посоветуй|порекомендуй|перескажи|исправь|сравни|расскажи)(?!\p{L})|^\W*(?:写一(?:首|篇|个故事)|翻译|解释|帮我写(?:作文|论文|诗))|^\W*(?:schreib|escribe|écris|escreva)\p{L}*\s+(?:mir\s+|me\s+|moi\s+)?(?:ein\p{L}*\s+|une?\s+|um\p{L}*\s+)?(?:gedicht|aufsatz|geschichte|poema|ensayo|cuento|poème|histoire|redação)/iu;
/** Talk about the planner itself and not about a server. */
const orders =
  /\b(?:ignore|disregard|forget|override|bypass|drop)\b.{0,40}\b(?:instructions?|rules|prompts?|everything|above|previous|prior|guidelines|constraints)\b|\b(?:print|reveal|show|output|repeat|leak|display|tell me|give me|expose|dump|what is|what are)\b.{0,30}\b(?:system prompt|(?:your|the|initial|hidden)\s+(?:\w+\s+)?(?:prompt|instructions?|rules|api key|secrets?|environment|configuration|credentials))\b|\b(?:developer|dan|god|debug|jailbreak|admin) mode\b|\byou are (?:now|no longer)\b|\bpretend (?:to be|you are|that you)\b|\bact as\b|(?:игнорируй|забудь|отбрось|не обращай внимания|отмени)\P{L}.{0,40}(?:инструкц|правил|указани|промпт|все(?!\p{L})|предыдущ|выше)|(?:выведи|покажи|раскрой|распечатай|напечатай|повтори|скинь|дай)\P{L}.{0,30}(?:системн\p{L}* (?:промпт|сообщен|запрос)|свой промпт|промпт|свои инструкц|твои инструкц|ключ\p{L}* (?:api|апи)|секрет)|режим\p{L}* разработчика|ты теперь|притворись|忽略.{0,15}(?:指令|规则|提示)|系统提示/iu;
const question =
  /^\W*(?:(?:what|who|why|how|when|where|which|is|are|can|do|does|should|кто|что|почему|зачем|как|когда|где|сколько|какой|какая|какие)(?!\p{L}).*\?\s*$|(?:what's|what is|who is|who was|how (?:do|does|to|can|much|many|old|far)|why (?:is|are|do|does)|when (?:is|was|did)|where (?:is|are)|что такое|кто такой|как (?:приготовить|доехать|похудеть|пройти|называется)|сколько (?:стоит|будет|лет)|почему|зачем)(?!\p{L}))/isu;

export const namesServer = ({ text }: Reading): boolean => server.test(text);

/** The request without the clauses that give the planner orders. */
export const withoutOrders = (request: string): string =>
  orders.test(request)
    ? request
        .split(/(?<=[.!?;,\n])\s*|\s+(?=(?:and|then|и|затем|потом)\s)/u)
        .filter((clause) => !orders.test(clause))
        .join(' ')
    : request;

/** Whether there is a request at all, before anything is looked for in it. */
export function judgeWords(reading: Reading): Problem | undefined {
  if (reading.tokens.length === 0) return problem('request.empty');
  if (otherWork.test(reading.text)) return unclear(reading);
  return question.test(reading.text) && !namesServer(reading) ? unclear(reading) : undefined;
}

export const unclear = ({ text }: Pick<Reading, 'text'>): Problem => {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return problem('request.unclear', { request: line.length > 80 ? `${line.slice(0, 79)}…` : line });
};
