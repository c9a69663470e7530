import { describe, expect, it } from 'vitest';
import { branchName } from '../../src/core/describe/branch-name.ts';
import { describeBuild } from '../../src/core/describe/describe-build.ts';
import { plainText } from '../../src/core/describe/plain-text.ts';
import { quoteRequest } from '../../src/core/describe/quote-request.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { wholeRepository } from '../../src/core/render/place.ts';
import { render } from '../../src/core/render/render.ts';
import { resolve } from '../../src/core/resolve/resolve.ts';
import { aPlan } from '../builders.ts';
import { catalogue } from '../servers/render-to.ts';

it.each([
  ['an online store with accounts', '12', 'sotacode/online-store-accounts-12'],
  ['сервер для магазина', '3', 'sotacode/server-magazina-3'],
  ['店', 'local', 'sotacode/local'],
  ['../../etc/passwd; rm -rf /', '1', 'sotacode/etc-passwd-rm-rf-1'],
])('the branch of «%s» for %s is %s', (request, key, branch) => {
  expect(branchName(request, key)).toBe(branch);
});

it.each([
  ['a store\nwith orders', '> a store\n> with orders'],
  ['<!-- hidden --> @ann', '> &lt;\\!-- hidden --> @\u200bann'],
  ['# Title\n![x](http://x)', '> \\# Title\n> \\!\\[x\\](http://x)'],
])('quotes %j as text', (request, quote) => {
  expect(quoteRequest(request)).toBe(quote);
});

it('keeps words of a model from being links, mentions or lines of their own', () => {
  expect(plainText('See [this](http://x)\n# @ann <b>')).toBe(
    'See \\[this\\](http://x) # @\u200bann &lt;b>',
  );
});

describe('the text of a pull request', () => {
  const describePlan = (over: Partial<Plan> = {}, ids = ['hello']) => {
    const plan = aPlan(ids, { title: 'Greeter', summary: 'Says hello.', ...over });
    const resolved = resolve(plan, catalogue);
    if (!resolved.ok) throw new Error('The plan does not resolve.');
    const resolution = resolved.value;
    const rendered = render(resolution, catalogue);
    const request = { text: 'a server that greets', issue: '#7' };
    return describeBuild(
      { place: wholeRepository, plan, resolution, rendered },
      request,
      catalogue,
    );
  };

  it('says what was asked, chosen, assumed and left out', () => {
    const { title, body, commitMessage } = describePlan({
      assumptions: ['Everybody may be greeted.'],
      uncovered: [{ part: 'Telepathy', advice: 'Use a telephone.' }],
    });
    expect(title).toBe('Add: Greeter');
    expect(commitMessage).toBe('Add: Greeter\n\nSays hello.\n');
    expect(body).toContain('> a server that greets');
    expect(body).toContain('Closes #7');
    expect(body).toContain('| `hello` Hello | 1.0.0 | The test asks for it. |');
    expect(body).toContain('- **Telepathy**: Use a telephone.');
    expect(body).toContain('- Everybody may be greeted.');
    expect(body).toContain('| `PORT` | `3000` |');
    expect(body).toContain('| `package.json` |');
  });

  it.each([
    ['en', '## Roles', '- **editor** manages Post, Page: &lt;b>Edits.'],
    ['ru', '## Роли', '- **editor** управляет Post, Page: &lt;b>Edits.'],
  ] as const)('lists roles, in %s', (language, heading, line) => {
    const page = { owned: true, read: 'public', write: 'owner' } as const;
    const { body } = describePlan(
      {
        language,
        entities: ['Page', 'Post'].map((name) => ({ ...page, name, description: '', fields: [] })),
        roles: [{ name: 'editor', description: '<b>Edits.', manages: ['Post', 'Page'] }],
      },
      ['auth-jwt', 'auth-password'],
    );
    expect(body).toContain(heading);
    expect(body).toContain(line);
    expect(body).toContain('`editor`');
    expect(describePlan({ language }).body).not.toContain(heading);
  });

  it('lists the routes of modules as well as those of entities', () => {
    const { body } = describePlan();
    expect(body).toContain('| GET | `/health/live` | public | Tell whether the process runs |');
    expect(body).toContain('| GET | `/hello` | public | Greet somebody |');
    expect(body).not.toContain('/users/me');
  });

  it.each([
    ['en', '## What is NOT covered', 'forgotten passwords cannot be reset'],
    ['ru', '## Чего здесь НЕТ', 'забытый пароль нельзя восстановить'],
  ] as const)('says in %s what a module leaves out here', (language, title, gap) => {
    const { body } = describePlan({ language }, ['auth-password']);
    const section = body.split(title)[1]?.split('\n## ')[0];
    expect(section).toContain(gap);
    expect(describePlan({ language }).body).not.toContain(title);
  });

  it('says how to make the first admin where there can be one', () => {
    expect(describePlan({}, ['auth-password']).body).toContain('`npm run user:promote -- ');
    expect(describePlan().body).not.toContain('user:promote');
  });

  it('leaves out what there is none of', () => {
    const { body } = describePlan();
    expect(body).not.toMatch(/## (Data|What is NOT covered|What was assumed)/);
  });

  it('is in the language of the request', () => {
    const { title, body } = describePlan({ language: 'ru' });
    expect(title).toBe('Добавить: Greeter');
    expect(body).toContain('## Как запустить');
    expect(body).not.toContain('## Run');
  });

  it('fits into what GitHub takes', () => {
    const long = Array.from({ length: 20 }, () => 'x'.repeat(300));
    const uncovered = long.map((part) => ({ part: part.slice(0, 200), advice: part }));
    expect(describePlan({ assumptions: long, uncovered }).body.length).toBeLessThan(65_536);
  });
});
