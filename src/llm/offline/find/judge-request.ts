import { type Problem, problem } from '../../../core/errors/problem.ts';
import type { Reading } from './reading.ts';

const server =
  /\b(api|apis|server|backend|back[- ]end|service|microservice|endpoints?|rest|web ?app|app|application|website|site|platform|portal|bot|system|gateway|relay|webhook)\b|сервер|бэкенд|бекенд|сервис|апи(?!\p{L})|приложени|сайт|платформ|портал|бот(?!\p{L})|систем|шлюз/iu;
/** Work for a writer, a translator or an encyclopedia. */
const otherWork =
  /^\W*(please\s+)?(write|compose|draft|create|make|tell|give)\s+(me\s+|us\s+)?(an?\s+|some\s+)?(\w+\s+)?(poems?|essays?|stor(y|ies)|songs?|jokes?|letter|speech|haiku|report about|novel|recipe for)\b|^\W*(translate|summari[sz]e|solve|explain|calculate|draw|paint)\b|^\W*(пожалуйста,?\s+)?(напиши|сочини|придумай|расскажи|нарисуй)\s+(мне\s+)?(\S+\s+)?(стих|поэм|сочинен|эссе|реферат|рассказ|песн|анекдот|сказк|письмо|доклад|курсов|диплом|картин)|^\W*(переведи|реши|объясни|нарисуй|посчитай)(?!\p{L})/iu;
const question =
  /^\W*(what|who|why|how|when|where|is|are|can|кто|что|почему|зачем|как|когда|где|сколько)(?!\p{L}).*\?\s*$/isu;

export const namesServer = ({ text }: Reading): boolean => server.test(text);

/** Whether there is a request at all, before anything is looked for in it. */
export function judgeWords(reading: Reading): Problem | undefined {
  if (reading.tokens.length === 0) return problem('request.empty');
  if (otherWork.test(reading.text)) return unclear(reading);
  return question.test(reading.text) && !namesServer(reading) ? unclear(reading) : undefined;
}

export const unclear = ({ text }: Reading): Problem => {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return problem('request.unclear', { request: line.length > 80 ? `${line.slice(0, 79)}…` : line });
};
