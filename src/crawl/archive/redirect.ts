/** One old address and where its content is now, a path from the archive's root that begins with `/`. */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

/** Host and address as they are asked for: http and https are one. It holds no space, because addresses have their escapes. */
export function keyOf({ from }: Redirect): string {
  const { hostname, pathname, search } = new URL(from);
  return hostname + pathname + search;
}
