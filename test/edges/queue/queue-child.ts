import { createQueue } from '../../../src/queue/create-queue.ts';

/** A process of its own for the queue tests: stays in its job for ever when asked to. */
const { DIRECTORY = '', DATABASE, SCHEMA, STAY } = process.env;
const queue = createQueue({
  directory: DIRECTORY,
  databaseUrl: DATABASE,
  ...(SCHEMA ? { schema: SCHEMA } : {}),
  onError: (error) => console.log(`error ${error.message}`),
});

await queue.start({
  build: async (payload) => {
    console.log(`working ${JSON.stringify(payload)}`);
    if (STAY) await new Promise(() => {});
    console.log('finished');
  },
});
const { accepted } = await queue.enqueue('build', 'comment:7', { issue: 7 });
console.log(`accepted ${accepted}`);
