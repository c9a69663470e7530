/** What `work` resolves to, or a rejection when that takes longer than `ms`. */
export async function within<Value>(work: Promise<Value>, ms: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    // In a busy process the answer may be there already, and not read yet.
    const timedOut = () => setImmediate(reject, new Error(`Redis did not answer within ${ms} ms`));
    timer = setTimeout(timedOut, ms);
  });
  try {
    return await Promise.race([work, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
