import { z } from 'zod';
import { Plan } from './plan.ts';

/** A plan that was shown, with the words it was made from: enough to build it later. */
export const Agreement = z.strictObject({ request: z.string().max(65_536), plan: Plan });
export type Agreement = z.infer<typeof Agreement>;

const block = /```json\n(?<json>[^`]+)\n```/g;

/** The agreement as a Markdown code block; nothing in it can end the block. */
export const writeAgreement = (agreement: Agreement): string =>
  `\`\`\`json\n${JSON.stringify(agreement).replaceAll('`', '\\u0060')}\n\`\`\``;

/** The agreement in a Markdown text, or null. Its schema is checked: people can edit comments. */
export function readAgreement(markdown: string): Agreement | null {
  const json = [...markdown.matchAll(block)].at(-1)?.groups?.json;
  if (json === undefined) return null;
  try {
    return Agreement.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}
