/** Leaves out what was not said, so that absent and undefined are one thing. */
export function said<T extends object>(facts: { readonly [K in keyof T]?: T[K] | undefined }): Readonly<Partial<T>> {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<T>;
}
