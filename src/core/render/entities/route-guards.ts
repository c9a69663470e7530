import type { Access } from '../../plan/entity.ts';

/** What the plugin needs of the server. */
export const decorators = (access: Record<string, Access>) =>
  ['db', 'problem', ...new Set(Object.values(access).flatMap(hookOf))]
    .map((name) => `'${name}'`)
    .join(', ');

const hookOf = (access: Access): string[] => {
  if (access === 'public') return [];
  return [access === 'admin' ? 'requireAdmin' : 'requireIdentity'];
};

/** The route's option that keeps the wrong callers out. */
export const guard = (access: Access): string =>
  hookOf(access)
    .map((hook) => `onRequest: app.${hook},`)
    .join('');

/** What a guarded route answers besides what it is for. */
export const guardStatuses = (access: Access): number[] => {
  if (access === 'public') return [];
  return access === 'admin' ? [401, 403] : [401];
};

/** The schemas of these answers. */
export const problems = (...statuses: number[]) => {
  const sorted = [...new Set(statuses)].toSorted((a, b) => a - b);
  return sorted.length > 0 ? `...app.problems(${sorted.join(', ')}),` : '';
};
