import { describe, expect, test } from 'vitest';
import { planOffline } from '../../src/llm/offline/offline-planner.ts';
import { catalogue } from './llm-catalogue.ts';

const longest = 65_000;
const fill = (text: string) => text.repeat(Math.ceil(longest / text.length)).slice(0, longest);
const unknown = Array.from({ length: 4000 }, (_, at) => `things${at} with name${at}, `).join('');

/** In milliseconds of this process's work, whatever else the machine does. */
const timeOf = (text: string): number => {
  const from = process.cpuUsage();
  planOffline({ text, catalogue });
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
};

describe('the longest comment is read within two seconds', () => {
  test.each([
    ['one list', fill('orders with customers and products, ')],
    ['one word', fill('a')],
    ['blanks', `${fill(' ')}x`],
    ['commas', `${fill(',')}x`],
    ['unknown words', unknown.slice(0, longest)],
    ['Russian', fill('товары и заказы с пользователями, ')],
    ['Chinese', fill('用户登录订单商品')],
    ['lines', fill('- books\n')],
    ['roles', fill('users and admins ')],
    ['prohibitions', fill('no database without login not ')],
    ['harm', fill('record collect messages where customers ')],
  ])('%s', (_, text) => expect(timeOf(text)).toBeLessThan(2000));
});

test('what follows the part that is read is named as not covered', () => {
  const planned = planOffline({ text: `notes with tags. ${fill('Thank you. ')}`, catalogue });
  const uncovered = planned.ok ? planned.value.uncovered : [];
  expect(uncovered[0]?.part).toBe('Whatever follows the first 12000 characters');
  const short = planOffline({ text: 'notes with tags', catalogue });
  expect(JSON.stringify(short)).not.toContain('Whatever follows');
});
