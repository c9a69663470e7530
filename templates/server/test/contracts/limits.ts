import { expect, test } from 'vitest';
import { testApp } from '../helpers/test-app.ts';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** Each of these routes has a limit of its own: so many requests of a client in so many seconds. */
export function describeOwnLimits(
  routes: [method: Method, path: string, max: number, seconds: number][],
) {
  test.each(routes)('%s %s takes %i requests in %i seconds', async (method, path, max, seconds) => {
    const { paths } = (await (await testApp()).inject('/openapi.json')).json();
    expect(paths[path][method].responses[429].description).toContain(
      `a client may send ${max} in ${seconds} seconds`,
    );
  });
}
