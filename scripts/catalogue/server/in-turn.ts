/** One after the other: servers side by side would only wait for each other's processor. */
export async function inTurn<T, R>(items: Iterable<T>, work: (item: T) => Promise<R>) {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}
