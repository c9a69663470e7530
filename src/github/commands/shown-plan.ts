import { type Agreement, readAgreement } from '../../core/plan/agreement.ts';
import { commentsOf, type Place } from '../progress/sticky-comment.ts';

/** Comments with this name hold a plan. */
export const planComment = (key: string) => `plan:${key}`;

/**
 * A plan that the App has shown under an issue, by its comment's id, or the newest one; without
 * agreement when it cannot be read any more.
 */
export async function findShownPlan(
  place: Place,
  id?: number,
): Promise<{ agreement: Agreement | null } | null> {
  const comments = await commentsOf(place, '<!-- sotacode:plan:');
  const shown = id === undefined ? comments.at(-1) : comments.find((each) => each.id === id);
  return shown ? { agreement: readAgreement(shown.body ?? '') } : null;
}
