import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Permission } from '../../../src/contracts/permissions.ts';
import { expectProblem } from '../../helpers/expect-problem.ts';
import { signInAs } from '../../helpers/sign-in-as.ts';
import { newProduct } from './new-product.ts';
import { app, post, setUp } from './set-up.ts';

const { policy } = app;
const role = (permission: string) => ({
  description: '',
  permissions: [permission as Permission],
});
beforeAll(() => {
  app.policy = { ...policy, keeper: role('products:write'), reader: role('products:read') };
});
afterAll(() => {
  app.policy = policy;
});
beforeEach(() => setUp());

test('a role that keeps products notes what was received, and others do not', async () => {
  const { id } = await newProduct(app);
  const note = async (name: string) =>
    post(await signInAs(app, name), `/products/${id}/stock`, { change: 2 });
  expect((await note('keeper')).json()).toEqual({ id, stock: 12 });
  expectProblem(await note('reader'), 403, 'forbidden');
});
