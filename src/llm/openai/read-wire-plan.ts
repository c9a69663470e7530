import type { z } from 'zod';
import { fail, ok, problem, type Result } from '../../core/errors/problem.ts';
import { Plan } from '../../core/plan/plan.ts';
import { isTopic } from '../../core/plan/topics.ts';
import type { PlanRequest } from '../../flows/ports.ts';
import { readModules } from './read-modules.ts';
import { WirePlan } from './wire-plan.ts';

/** A plan of forty entities with forty fields each stays below. */
const longestAnswer = 500_000;

/** The model's text as a plan of known modules, or why it is none. */
export function readWirePlan(
  text: string,
  request: Pick<PlanRequest, 'catalogue' | 'language'>,
  planner: string,
): Result<Plan> {
  const wire = parse(text);
  if (!wire.ok) return wire;
  return wire.value.outcome === 'plan'
    ? toPlan(wire.value, request, planner)
    : objection(wire.value);
}

function parse(text: string): Result<WirePlan> {
  if (text.length > longestAnswer) return fail(problem('planner.invalid', { detail: 'too long' }));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail(problem('planner.invalid', { detail: 'not JSON' }));
  }
  const parsed = WirePlan.safeParse(json);
  return parsed.success ? ok(parsed.data) : fail(invalid(parsed.error));
}

function objection({ outcome, objection: said, summary }: WirePlan): Result<never> {
  const { first = '', second = '', why = '' } = said ?? {};
  const short = (words: string) => words.slice(0, 200);
  if (outcome === 'contradiction')
    return fail(
      problem('request.contradiction', {
        first: short(first),
        second: short(second),
        why: short(why),
      }),
    );
  return outcome === 'refused'
    ? fail(problem('request.refused', { part: short(first || summary) }))
    : fail(problem('request.unclear', { request: short(first || summary) }));
}

function toPlan(
  wire: WirePlan,
  { catalogue, language }: Pick<PlanRequest, 'catalogue' | 'language'>,
  planner: string,
): Result<Plan> {
  const { modules, dropped } = readModules(wire.modules, catalogue);
  const plan = Plan.safeParse({
    name: wire.name,
    title: wire.title.slice(0, 80),
    summary: wire.summary.slice(0, 400),
    language: language ?? wire.language,
    planner: planner.slice(0, 100),
    modules,
    entities: wire.entities.map(({ description, fields, ...entity }) => ({
      ...entity,
      description: description.slice(0, 200),
      fields: fields.map(readField),
    })),
    relations: wire.relations.map(({ as, ...relation }) => ({
      ...relation,
      ...(as ? { as } : {}),
    })),
    roles: wire.roles.slice(0, 12).map(({ description, ...role }) => {
      return { ...role, description: description.slice(0, 200) };
    }),
    assumptions: wire.assumptions.slice(0, 20).map((sentence) => sentence.slice(0, 300)),
    uncovered: [...dropped, ...wire.uncovered.map(readUncovered)].slice(0, 20),
  });
  return plan.success ? ok(plan.data) : fail(invalid(plan.error));
}

function readUncovered({ part, advice, topic }: WirePlan['uncovered'][number]) {
  const said = { part: part.slice(0, 200), advice: advice.slice(0, 400) };
  return isTopic(topic) ? { ...said, topic } : said;
}

function readField({
  values,
  default: initial,
  min,
  max,
  ...field
}: WirePlan['entities'][number]['fields'][number]) {
  return {
    ...field,
    ...(values && values.length > 0 ? { values } : {}),
    ...(initial === null ? {} : { default: readDefault(initial, field.type) }),
    ...(min === null ? {} : { min }),
    ...(max === null ? {} : { max }),
  };
}

/** The wire has texts only; a text that is no number stays one and the plan's check refuses it. */
function readDefault(text: string, type: string): string | number | boolean {
  if (type === 'boolean' && /^(true|false)$/.test(text)) return text === 'true';
  const numeric = ['integer', 'number', 'money'].includes(type) && text.trim() !== '';
  return numeric && Number.isFinite(Number(text)) ? Number(text) : text;
}

function invalid(error: z.ZodError) {
  const [issue] = error.issues;
  const detail = `${issue?.path.join('.') || 'answer'}: ${issue?.message ?? 'unknown fault'}`;
  return problem('planner.invalid', { detail: detail.slice(0, 200) });
}
