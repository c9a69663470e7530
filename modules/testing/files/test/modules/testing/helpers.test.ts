import { describe, expect, test } from 'vitest';
import { eventually } from '../../helpers/eventually.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { startTestApp, testApp } from '../../helpers/test-app.ts';

describe('test helpers', () => {
  test('the test server is shared', async () => {
    expect(await testApp()).toBe(await testApp());
  });

  test('a server of its own reads its own environment', async () => {
    await expect(startTestApp({ PORT: 'many' })).rejects.toThrow('PORT');
  });

  test('eventually waits for an effect, and gives up', async () => {
    let tries = 0;
    const twice = () => {
      tries += 1;
      expect(tries).toBeGreaterThan(2);
      return tries;
    };
    await expect(eventually(twice)).resolves.toBe(3);
    await expect(eventually(() => Promise.reject(new Error('never')), 50)).rejects.toThrow('never');
  });

  test('expectProblem tells problems from other answers', async () => {
    const response = await (await testApp()).inject('/no-such-page');
    expectProblem(response, 404, 'not-found');
    expect(() => expectProblem(response, 400)).toThrow();
    expect(() => expectProblem(response, 404, 'other')).toThrow();
  });
});
