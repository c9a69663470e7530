import { isUncertain, statusOf } from './github-error.ts';

/**
 * Makes a thing exist once. A create that GitHub cut off or called a duplicate is answered by
 * looking again, never by a blind repeat.
 */
export async function findOrCreate<T>(
  find: () => Promise<T | null>,
  create: () => Promise<T>,
): Promise<T> {
  const known = await find();
  if (known) return known;
  try {
    return await create();
  } catch (error) {
    if (!isUncertain(error) && statusOf(error) !== 422) throw error;
    const made = await find();
    if (made) return made;
    throw error;
  }
}
