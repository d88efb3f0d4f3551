/** Marks the place a switch cannot reach; a forgotten case is a compile error here. */
export function assertNever(value: never): never {
  throw new TypeError(`unhandled case ${JSON.stringify(value)}`);
}
