import { expect, it } from 'vitest';
import { only } from '../../../src/modules/crud/only.ts';
import { notFound, refusal } from '../../../src/modules/crud/refusal.ts';
import { violationOf } from '../../../src/modules/crud/violation.ts';
import { removeProblem, saveProblem } from '../../../src/modules/crud/write-problems.ts';
import { testApp } from '../../helpers/test-app.ts';

const app = await testApp();

/** As drizzle throws it: the driver's error is the cause. */
const failure = (code: string, constraint?: string) =>
  new Error('Failed query', {
    cause: Object.assign(new Error('driver'), { code, constraint, table: 'products' }),
  });

const thrownBy = (run: () => unknown): unknown => {
  try {
    return run();
  } catch (error) {
    return error;
  }
};

it.each([
  ['23505', 'products_sku_unique', 409, 'sku-taken'],
  ['23505', 'products_image_url_key', 409, 'image-url-taken'],
  ['23503', 'products_category_id_fkey', 422, 'unknown-category'],
  ['23514', 'products_price_amount_check', 422, 'invalid-combination'],
  ['23514', 'products_stock_range', 422, 'invalid-combination'],
  ['22003', undefined, 400, 'invalid-value'],
])('saving against %s %s is a problem: %i %s', (code, constraint, statusCode, problem) => {
  const error = thrownBy(() => saveProblem(app)(failure(code, constraint)));
  expect(error).toMatchObject({ statusCode, code: problem });
});

it('deleting what something refers to is a conflict', () => {
  const error = thrownBy(() => removeProblem(app)(failure('23503', 'order_items_order_id_fkey')));
  expect(error).toMatchObject({ statusCode: 409, code: 'still-referenced' });
});

it('an error that is no fault of the client stays what it is', () => {
  const lost = failure('57P01');
  const missing = failure('23502');
  expect(thrownBy(() => saveProblem(app)(lost))).toBe(lost);
  expect(thrownBy(() => saveProblem(app)(missing))).toBe(missing);
  expect(thrownBy(() => removeProblem(app)(lost))).toBe(lost);
  expect(thrownBy(() => removeProblem(app)(failure('23505', 'a_b_unique')))).not.toHaveProperty(
    'statusCode',
  );
  expect(violationOf('no error')).toBeUndefined();
});

it('a write that hit no row is explained by what is there', () => {
  expect(refusal(app, undefined)).toMatchObject({ statusCode: 404 });
  expect(refusal(app, { id: '1' })).toMatchObject({ statusCode: 412, code: 'out-of-date' });
  expect(notFound(app)).toMatchObject({ statusCode: 404, code: 'not-found' });
});

it('a statement that must return a row fails without one', () => {
  expect(only(['row'])).toBe('row');
  expect(() => only([])).toThrow('The statement returned no row.');
});
