/**
 * Lambda logs what is thrown with all its fields, and those of drivers hold the values of the statement
 * that failed. A mistake that somebody can mend goes through as the sentence that it is.
 */
export async function startOrExplain<T>(start: () => Promise<T>): Promise<T> {
  try {
    return await start();
  } catch (error) {
    throw error instanceof Error ? explained(error) : new Error('The start failed.');
  }
}

function explained({ name, message, stack = '' }: Error): Error {
  // Drizzle's message ends with the values: `Failed query: …\nparams: …`.
  const [sentence = ''] = message.split('\nparams:', 1);
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const lines = name === 'ConfigError' ? [] : frames;
  return Object.assign(new Error(sentence), {
    name,
    stack: [`${name}: ${sentence}`, ...lines].join('\n'),
  });
}
