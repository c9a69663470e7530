import { z } from 'zod';
import { ModuleBrief, ModuleSummary } from '../../core/catalogue/module-summary.ts';
import { ResolutionSummary } from '../../core/catalogue/resolution-summary.ts';
import { languages, Plan } from '../../core/plan/plan.ts';
import { ExplainedProblem, ProblemDetails } from '../problem/problem-details.ts';

export const RequestText = z
  .string()
  .max(2000)
  .describe('What the server is for, in plain words, English or Russian');
export const LanguageChoice = z
  .enum(languages)
  .describe('Language of the answer; that of the request when absent');

export const PlanBody = z.strictObject({
  request: RequestText,
  language: LanguageChoice.optional(),
});

export const TokenUse = z
  .strictObject({ calls: z.int(), input: z.int(), cached: z.int(), output: z.int() })
  .describe('Tokens of the model; `cached` ones are part of `input`');

export const Drafted = z.strictObject({
  plan: Plan,
  resolution: ResolutionSummary,
  usage: TokenUse.nullable().describe('Null when no model was asked'),
});

export const ResolveBody = z.strictObject({ plan: Plan });

export const Compatibility = z.strictObject({
  compatible: z.boolean(),
  resolution: ResolutionSummary.nullable().describe('Null when the plan is not compatible'),
  problems: z.array(ExplainedProblem).describe('Each with the smallest change that mends it'),
});

export const RenderBody = z
  .strictObject({
    plan: Plan.optional(),
    request: RequestText.optional(),
    language: LanguageChoice.optional(),
  })
  .refine(({ plan, request }) => (plan === undefined) !== (request === undefined), {
    error: 'give either a plan or a request',
  })
  .describe('Either a plan, or a request to be planned first');

export const ModuleList = z.strictObject({ modules: z.array(ModuleBrief) });

export const Archive = z.unknown().meta({ type: 'string', format: 'binary' });

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: ProblemDetails } },
});

/** What any route may answer. */
export const commonProblems = {
  429: problem('Too many requests from this address; see Retry-After'),
  500: problem('Our fault'),
};
export const badInput = {
  400: problem('The body or a parameter does not have the right form'),
  413: problem('The body is too large'),
  415: problem('The body is not JSON'),
};
export const notPossible = { 422: problem('Each thing to mend, with a suggestion') };
export const notNow = { 503: problem('No model, or no room: try again later') };
export const notFound = { 404: problem('There is no such module') };

export const json = <T>(description: string, schema: T) => ({
  description,
  content: { 'application/json': { schema } },
});

const named = { Plan, ModuleSummary, ModuleBrief, ResolutionSummary, ProblemDetails };
/** Schemas that the OpenAPI document names instead of repeating. */
export const namedSchemas = z.registry<{ id: string }>();
for (const [id, schema] of Object.entries(named)) namedSchemas.add(schema, { id });
