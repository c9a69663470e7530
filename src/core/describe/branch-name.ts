import slugify from '@sindresorhus/slugify';

/**
 * `sotacode/online-store-with-12`: made from the request, not from the plan, because a repeated
 * job must find its own branch even when a model answers it differently.
 */
export function branchName(request: string, key: string): string {
  const words = slugify(request.slice(0, 200))
    .split('-')
    .filter((word) => word && !fillers.has(word));
  return `sotacode/${[...words.slice(0, 4).map((word) => word.slice(0, 20)), key].join('-')}`;
}

const fillers = new Set(['a', 'an', 'the', 'with', 'and', 'for', 'of', 's', 'c', 'i', 'dlya']);
