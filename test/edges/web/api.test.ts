import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { Plan } from '../../../src/core/plan/plan.ts';
import { wholeRepository } from '../../../src/core/render/place.ts';
import { render } from '../../../src/core/render/render.ts';
import { resolve } from '../../../src/core/resolve/resolve.ts';
import { aPlan } from '../../builders.ts';
import { catalogue, openWeb } from './open-web.ts';

const { web, post, errors } = await openWeb();
afterAll(() => web.close());

const get = (url: string) => web.inject({ url });
const draft = async (request: string) => (await post('/api/plan', { request })).json().plan;

describe('the API', () => {
  it('lists every module', async () => {
    const { modules } = (await get('/api/modules')).json();
    expect(modules).toHaveLength(catalogue.modules.size);
    expect(Object.keys(modules[0])).toContain('stability');
  });

  it('finds modules in both languages', async () => {
    const { modules } = (await get('/api/modules?search=postgres')).json();
    expect(modules[0].id).toBe('db-postgres');
    const russian = await get(`/api/modules?search=${encodeURIComponent('пароль')}&language=ru`);
    expect(russian.json().modules[0].id).toBe('auth-password');
  });

  it('tells everything about one module', async () => {
    const { requires, env } = (await get('/api/modules/auth-password')).json();
    expect(requires).toContainEqual({ capability: 'users', version: '^1.0.0' });
    expect(env[0].name).toBe('PASSWORD_MIN_LENGTH');
  });

  it('plans in words that both sides understand', async () => {
    const answer = await post('/api/plan', { request: 'интернет-магазин с аккаунтами' });
    const { plan, resolution, usage } = answer.json();
    expect(answer.statusCode).toBe(200);
    expect(Plan.parse(plan)).toMatchObject({ language: 'ru', planner: 'offline' });
    expect(resolution.providers.database).toBe('db-postgres');
    expect(resolution.modules[0]).toMatchObject({ id: 'base', cause: { kind: 'always' } });
    expect(usage).toBeNull();
  });

  it('checks a plan, and says what would mend it', async () => {
    const good = await post('/api/resolve', { plan: aPlan(['crud']) });
    expect(good.json()).toMatchObject({ compatible: true, problems: [] });
    const bad = await post('/api/resolve', { plan: aPlan(['auth-pasword'], { language: 'ru' }) });
    expect(bad.statusCode).toBe(200);
    expect(bad.json()).toEqual({
      compatible: false,
      resolution: null,
      problems: [
        {
          code: 'module.unknown',
          sentence: 'В каталоге нет модуля `auth-pasword`.',
          suggestion: 'Ближайшее имя – `auth-password`.',
        },
      ],
    });
  });

  it('renders the bytes that the core renders, and the same archive each time', async () => {
    const plan = await draft('a blog with posts and comments');
    const first = await post('/api/render', { plan });
    expect(first.headers['content-type']).toBe('application/zip');
    expect(first.headers['content-disposition']).toContain(`"${plan.name}.zip"`);
    const files = Object.entries(unzipSync(first.rawPayload)).map(
      ([path, bytes]) => [path, Buffer.from(bytes).toString()] as const,
    );
    const resolved = resolve(plan, catalogue);
    if (!resolved.ok) throw new Error('The plan does not resolve');
    const expected = render(resolved.value, catalogue, wholeRepository).files;
    expect(files).toEqual([...expected].map(([path, text]) => [`${plan.name}/${path}`, text]));
    const again = await post('/api/render', { request: 'a blog with posts and comments' });
    expect(again.rawPayload.equals(first.rawPayload)).toBe(true);
  });

  it('nothing of this was our fault', () => expect(errors).toEqual([]));
});
