import { expect, test } from 'vitest';
import { testApp } from '../../helpers/test-app.ts';
import { readDocument } from './read-document.ts';

test('the document says how callers prove who they are', async () => {
  const app = await testApp();
  const { components } = await readDocument(app);
  expect(components.securitySchemes).toEqual({
    [app.identityScheme.name]: app.identityScheme.scheme,
  });
});
