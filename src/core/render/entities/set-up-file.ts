import { code } from './code.ts';
import type { EntityModel } from './entity-model.ts';
import { bodyCall, bodyNeedsOwner } from './factory-file.ts';
import { changeNeeds, changeOf, writerOf } from './test-context.ts';

/** test/entities/products/set-up.ts */
export function setUpFile(entity: EntityModel): string {
  const { type, one, file, labels } = entity.names;
  const writer = writerOf(entity);
  const parent = changeNeeds(entity);
  return code`
import { ${one}Body, ${one}Fields, insert${type} } from '../../factories/${file}.ts';
${parent ? `import { insert${parent.names.type} } from '../../factories/${parent.names.file}.ts';` : ''}
import { clientOf } from '../../helpers/client.ts';
import { resetDatabase } from '../../helpers/reset-database.ts';
import { signIn } from '../../helpers/sign-in.ts';
import { testApp } from '../../helpers/test-app.ts';

export const app = await testApp();

/** An empty database, and a client that may do everything with ${labels}. */
export async function setUp() {
  await resetDatabase(app);
  ${signInLine(entity, writer)}
  return {
    client: clientOf(app${writer === 'public' ? '' : ', headers'}),
    body: ${bodyCall(entity, 'userId')},
    change: ${changeOf(entity, 'userId')},
    insert: (given: Parameters<typeof insert${type}>[1] = {}) => insert${type}(app, ${entity.owned ? '{ ownerId: userId, ...given }' : 'given'}),
  };
}
`;
}

function signInLine(entity: EntityModel, writer: ReturnType<typeof writerOf>): string {
  if (writer === 'public') return '';
  const needsUser =
    entity.owned || bodyNeedsOwner(entity) || changeOf(entity, 'userId').includes('userId');
  const wanted = needsUser ? '{ headers, userId }' : '{ headers }';
  return `const ${wanted} = await signIn(app${writer === 'admin' ? ", { role: 'admin' }" : ''});`;
}
