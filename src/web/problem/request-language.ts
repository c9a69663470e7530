import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { detectLanguage } from '../../core/plan/detect-language.ts';
import { type Language, languages } from '../../core/plan/plan.ts';

const language = z.enum(languages).optional().catch(undefined);
const Asked = z
  .object({
    language,
    request: z.string().optional().catch(undefined),
    plan: z.object({ language }).optional().catch(undefined),
  })
  .catch({});

/** What to answer in: what the request says, else the language of its words, else the browser's. */
export function requestLanguage({ body, query, headers }: FastifyRequest): Language {
  const asked = Asked.parse(body);
  const said = Asked.parse(query).language ?? asked.language ?? asked.plan?.language;
  if (said) return said;
  if (asked.request) return detectLanguage(asked.request.slice(0, 1000));
  return headers['accept-language']?.toLowerCase().startsWith('ru') ? 'ru' : 'en';
}
