/**
 * Work on a stream, several at once, results in input order. At most `ahead` items are taken before the oldest result is
 * used, so memory is bounded however long the stream is.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  ahead: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<readonly [T, R]> {
  const pending: (readonly [T, Promise<R>])[] = [];
  for await (const item of items) {
    const result = work(item);
    // Its error is told when its turn comes.
    result.catch(() => {});
    pending.push([item, result]);
    const [first] = pending;
    if (first && pending.length >= ahead) {
      pending.shift();
      yield [first[0], await first[1]];
    }
  }
  for (const [item, result] of pending) yield [item, await result];
}

/** Look at the first `count` items of a stream without losing them. */
export async function peek<T>(
  items: AsyncGenerator<T>,
  count: number,
): Promise<{ first: T[]; all: AsyncGenerator<T> }> {
  const first: T[] = [];
  while (first.length < count) {
    const { value, done } = await items.next();
    if (done) break;
    first.push(value);
  }
  return {
    first,
    all: (async function* () {
      yield* first;
      yield* items;
    })(),
  };
}
