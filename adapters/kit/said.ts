/** Leaves out what was not said, so that absent and undefined are one thing. */
export function said<T extends object>(facts: { readonly [K in keyof T]?: T[K] | undefined }): Readonly<Partial<T>> {
  const known: { [K in keyof T]?: T[K] } = {};
  for (const name in facts) {
    const value = facts[name];
    if (value !== undefined) known[name] = value;
  }
  return known;
}
