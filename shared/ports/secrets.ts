/** Keys and passwords, kept elsewhere and known here by name only. */
export interface Secrets {
  /**
   * The secret of that name.
   * @throws AppError `SECRET.MISSING` when there is none, `SECRET.UNAVAILABLE` when nobody answered
   */
  read(name: string): Promise<string>;
}
