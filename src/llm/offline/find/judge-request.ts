import { type Problem, problem } from '../../../core/errors/problem.ts';
import { parseConcepts, readConcepts, type Said } from '../text/concepts.ts';
import { tokenize } from '../text/tokenize.ts';
import { orders, otherWork } from '../vocabulary/other-work.ts';
import type { Reading } from './reading.ts';

const work = parseConcepts(otherWork);
const talk = parseConcepts(orders);

export function namesServer(reading: Reading): boolean {
  const said = readConcepts(work, reading.tokens);
  return isServer(said) || said('application').length > 0;
}

/** The request without the clauses that give the planner orders. */
export const withoutOrders = (request: string): string => {
  const clauses = request.split(/(?<=[.!?;,\n])|\s(?=(?:and|then|и|затем|потом)\s)/u);
  return isOrder(request) || clauses.some(isOrder)
    ? clauses.filter((clause) => !isOrder(clause)).join(' ')
    : request;
};

function isOrder(clause: string): boolean {
  const said = readConcepts(talk, tokenize(clause));
  return said('orders').length > 0 || said('orders at first').some(({ start }) => start === 0);
}

/** Whether there is a request at all, before anything is looked for in it. */
export function judgeWords(reading: Reading): Problem | undefined {
  if (reading.tokens.length === 0) return problem('request.empty');
  const said = readConcepts(work, reading.tokens, reading.features);
  return isTalk(reading, said) || isOtherWork(reading, said) || isQuestion(reading, said)
    ? unclear(reading)
    : undefined;
}

const isTalk = ({ tokens }: Reading, said: Said): boolean => {
  const talk = new Set([...said('polite'), ...said('greeting')].map(({ start }) => start));
  return tokens.every((_, at) => talk.has(at));
};

/** Work for a writer, a translator, a teacher, a designer or an encyclopedia. */
function isOtherWork(reading: Reading, said: Said): boolean {
  const begin = politeWords(reading, said);
  const opens = (concept: string, within: number) =>
    said(concept).filter(({ start }) => start <= begin + within);
  const served = said('server').map(({ start }) => start);
  const isWriting = [...opens("writer's work", 1), ...opens('itself a text', 2)].some(
    ({ end }) => !served.some((at) => at >= end && at < end + 4),
  );
  if (isWriting || opens('said at any time', 0).length > 0) return true;
  if (isServer(said)) return false;
  return (
    opens('done by a person', 0).length > 0 ||
    said('school work').length > 0 ||
    ((said('client only').length > 0 || said('without server').length > 0) &&
      said('stored things').length === 0)
  );
}

const isServer = (said: Said): boolean => said('server').length > 0;

function isQuestion(reading: Reading, said: Said): boolean {
  const begin = politeWords(reading, said);
  const begins = (concept: string) => said(concept).some(({ start }) => start === begin);
  if (isServer(said) || said('application').length > 0) return false;
  return (
    begins('asks at once') || (begins('asks') && (/\?\s*$/.test(reading.text) || isShort(reading)))
  );
}

/** “which film to watch tonight”: many leave the question mark out. */
const isShort = ({ text, tokens }: Reading): boolean => tokens.length <= 6 && !/[:,;\n]/.test(text);

/** How many words of courtesy the request begins with. */
function politeWords({ tokens }: Reading, said: Said): number {
  const polite = new Set(said('polite').map(({ start }) => start));
  const first = [...tokens.keys()].find((at) => !polite.has(at));
  return first ?? 0;
}

export const unclear = ({ text }: Pick<Reading, 'text'>): Problem => {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return problem('request.unclear', { request: line.length > 80 ? `${line.slice(0, 79)}…` : line });
};
