import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Answer } from '../client.ts';
import { jsonIn } from '../json-in.ts';
import type { OpenApi, Operation } from '../openapi.ts';
import type { Attempt } from './attempt.ts';
import { leakIn } from './leaks.ts';

/** What is wrong with an answer. Two faults of one kind at one operation are the same. */
export interface Fault {
  kind: string;
  what: string;
  fix: string;
}

export type Judge = (attempt: Attempt, answer: Answer) => Fault[];

/** Holds answers to the document. */
export function judgeBy(document: OpenApi): Judge {
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true });
  addFormats.default(ajv);
  ajv.addSchema({ $id: 'document', components: document.components ?? {} });
  const compiled = new Map<object, ValidateFunction>();

  const breach = (schema: object, value: unknown): string | undefined => {
    const validate = compiled.get(schema) ?? ajv.compile(pointed(schema));
    compiled.set(schema, validate);
    if (validate(value)) return;
    const [error] = validate.errors ?? [];
    return `${error?.instancePath || 'the body'} ${error?.message}`;
  };

  return (attempt, answer) => {
    const { operation, who } = attempt;
    if (answer.status === 0) return isCutOff(attempt) ? [] : [unanswered(answer)];
    const faults = [
      ...serverError(answer),
      ...unguarded(operation, who, answer),
      ...passedOver(attempt, answer),
      ...(answer.status >= 400 ? [...notAProblem(answer), ...leaks(attempt, answer)] : []),
    ];
    const response = operation.responses[answer.status];
    if (!response) return [...faults, undocumented(operation, answer)];
    return [...faults, ...breaches(response.content, answer, breach)];
  };
}

/** References of the document, as references into the schema that holds its components. */
const pointed = (schema: object): object =>
  JSON.parse(JSON.stringify(schema).replaceAll('"$ref":"#/', '"$ref":"document#/'));

/** A server may close the connection while a body that is too large still arrives. */
const isCutOff = ({ body = '' }: Attempt) => body.length > 1_000_000;

const unanswered = ({ failure = '' }: Answer): Fault => ({
  kind: 'no answer',
  what: `The connection broke (${failure}) and nothing was answered.`,
  fix: 'Find what ends the process or the request.',
});

const serverError = ({ status, body }: Answer): Fault[] =>
  status < 500 || isRefusal(status, body)
    ? []
    : [
        {
          kind: `status ${status}`,
          what: `It answers ${status}: ${body.slice(0, 200)}`,
          fix: 'Check the input in the schema, or answer with a problem of the 4xx kind.',
        },
      ];

/** What is not set up says so under a name of its own; `unavailable` is a service that does not answer. */
function isRefusal(status: number, body: string): boolean {
  const { code } = (jsonIn(body) ?? {}) as { code?: unknown };
  return status === 503 && typeof code === 'string' && code !== 'unavailable';
}

const unguarded = ({ secured }: Operation, who: string, { status }: Answer): Fault[] =>
  secured && who === 'nobody' && status < 300
    ? [
        {
          kind: 'unguarded',
          what: `It answers ${status} to nobody, and the document says that it takes a proof.`,
          fix: 'Set onRequest to app.requireIdentity or app.requireAdmin.',
        },
      ]
    : [];

/** Whoever writes `stat=` for `state=` would be shown everything. */
function passedOver({ operation, query }: Attempt, { status }: Answer): Fault[] {
  const known = operation.parameters.filter((each) => each.in === 'query').map(({ name }) => name);
  const unknown = query.find(([name]) => !known.includes(name));
  if (!unknown || known.length === 0 || status >= 300) return [];
  const what = `It answers ${status} and passes over the query parameter “${unknown[0]}”.`;
  const fix = 'Close the schema of the query: additionalProperties: false.';
  return [{ kind: 'unknown parameter', what, fix }];
}

const undocumented = ({ responses }: Operation, { status }: Answer): Fault => ({
  kind: `undocumented ${status}`,
  what: `It answers ${status}, and documents ${Object.keys(responses).join(', ')}.`,
  fix: `Add ${status} to the route's response schemas, or do not answer it.`,
});

function notAProblem({ status, headers, body }: Answer): Fault[] {
  const type = typeOf(headers);
  const problem = jsonIn(body) as Record<string, unknown> | undefined;
  const right =
    type === 'application/problem+json' &&
    typeof problem?.title === 'string' &&
    typeof problem.type === 'string' &&
    problem.status === status;
  if (right) return [];
  const what = `Its ${status} is no problem document (${type || 'no type'}): ${body.slice(0, 120)}`;
  return [{ kind: `problem ${status}`, what, fix: 'Throw app.problem(...) (RFC 9457).' }];
}

function leaks(attempt: Attempt, { status, body }: Answer): Fault[] {
  const leak = leakIn(body, `${decodeURIComponent(attempt.path)}${attempt.query}${attempt.body}`);
  if (!leak) return [];
  const what = `Its ${status} gives away ${leak.name}: ${leak.text}`;
  return [{ kind: `leak of ${leak.name}`, what, fix: 'Log it, and answer a sentence for people.' }];
}

function breaches(
  content: Operation['responses'][string]['content'],
  { status, headers, body }: Answer,
  breach: (schema: object, value: unknown) => string | undefined,
): Fault[] {
  const fix = 'Make the response schema and the handler agree.';
  const type = typeOf(headers);
  if (!content) {
    if (body === '' || status === 304) return [];
    const what = `Its ${status} has a body, and the document knows none: ${body.slice(0, 120)}`;
    return [{ kind: `body of ${status}`, what, fix }];
  }
  const media = content[type];
  if (!media) {
    const what = `Its ${status} is ${type || 'of no type'}, documented is ${Object.keys(content)}.`;
    return [{ kind: `type of ${status}`, what, fix }];
  }
  if (!media.schema || !/[/+]json$/.test(type)) return [];
  const value = jsonIn(body);
  if (value === undefined)
    return [{ kind: `JSON of ${status}`, what: `Its ${status} is no JSON.`, fix }];
  const broken = breach(media.schema, value);
  if (!broken) return [];
  const kind = `schema of ${status}: ${broken.replaceAll(/\/\d+/g, '/*')}`;
  return [{ kind, what: `Its ${status} breaks the documented schema: ${broken}.`, fix }];
}

const typeOf = (headers: Answer['headers']) =>
  String(headers['content-type'] ?? '').split(';', 1)[0] ?? '';
