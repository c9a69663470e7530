import { afterAll, describe, expect, it } from 'vitest';
import { ProblemDetails } from '../../../src/web/problem/problem-details.ts';
import { aPlan } from '../../builders.ts';
import { openWeb } from './open-web.ts';

const { web, post, errors } = await openWeb();
afterAll(() => web.close());

const odd = (text: string) => aPlan(['crud'], { title: text, summary: text });
const field = { name: 'state', type: 'enum', values: [] };

describe('every refusal is a problem with a code and a suggestion', () => {
  it.each([
    [404, 'route.unknown', 'GET', '/api/nothing', undefined],
    [404, 'module.unknown', 'GET', '/api/modules/healht', undefined],
    [400, 'input.invalid', 'GET', '/api/modules?language=fr', undefined],
    [400, 'input.invalid', 'POST', '/api/plan', {}],
    [400, 'input.invalid', 'POST', '/api/plan', { request: 'a'.repeat(2001) }],
    [400, 'input.invalid', 'POST', '/api/render', {}],
    [400, 'input.invalid', 'POST', '/api/render', { plan: aPlan([]), request: 'a blog' }],
    [400, 'input.invalid', 'POST', '/api/resolve', { plan: { ...aPlan([]), name: '../etc' } }],
    [422, 'request.empty', 'POST', '/api/plan', { request: ' ' }],
    [422, 'request.unclear', 'POST', '/api/plan', { request: 'qwerty' }],
    [422, 'module.unknown', 'POST', '/api/render', { plan: aPlan(['auth-pasword']) }],
    [413, 'input.too-large', 'POST', '/api/plan', { request: 'a'.repeat(1_100_000) }],
  ] as const)('%i %s for %s %s', async (status, code, method, url, payload) => {
    const answer = await web.inject({ method, url, ...(payload ? { payload } : {}) });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    const details = ProblemDetails.parse(answer.json());
    expect(details).toMatchObject({ status, code });
    expect(answer.statusCode).toBe(status);
    expect(details.suggestion).not.toBe('');
  });

  it('names the place of what is wrong', async () => {
    const plan = { ...aPlan([]), modules: [{ id: 'UP', reason: '' }] };
    const { detail } = (await post('/api/resolve', { plan })).json();
    expect(detail).toContain('body/plan/modules/0/id');
  });

  it('suggests the module that was meant', async () => {
    const answer = await web.inject({ url: '/api/modules/healht' });
    expect(answer.json().suggestion).toBe('The nearest name is `health`.');
  });

  it.each([
    ['said', { request: 'qwerty', language: 'ru' }, 'en'],
    ['of the words', { request: 'абракадабра' }, 'en'],
    ['of the browser', { request: 5 }, 'ru-RU,ru;q=0.9'],
  ])('answers in the language %s', async (_, body, browser) => {
    const answer = await post('/api/plan', body, { 'accept-language': browser });
    expect(answer.json().suggestion).toMatch(/[а-я]/);
  });

  it.each([
    ['{"__proto__":{"a":1}}', 'application/json', 400],
    ['{"request":', 'application/json', 400],
    ['request=a', 'application/x-www-form-urlencoded', 415],
    ['a blog', 'text/plain', 415],
  ])('takes %s as %s with %i', async (payload, type, status) => {
    const headers = { 'content-type': type };
    const answer = await web.inject({ method: 'POST', url: '/api/plan', payload, headers });
    expect(ProblemDetails.parse(answer.json())).toMatchObject({ status, code: 'input.invalid' });
  });

  it.each([
    ['quotes', odd('\'"`$' + '{process.exit()}*/ //')],
    ['line ends', odd('one\r\ntwo\u2028three\u0000')],
    ['templates', odd('{{constructor}} {{{lookup this "a"}}} <%= 1 %>')],
    ['an enum without values', { ...aPlan([]), entities: [{ name: 'A', fields: [field] }] }],
    ['no entities and no modules', aPlan([])],
  ])('%s in a plan break nothing', async (_, plan) => {
    const { statusCode } = await post('/api/render', { plan });
    expect([200, 422]).toContain(statusCode);
    expect(errors).toEqual([]);
  });
});
