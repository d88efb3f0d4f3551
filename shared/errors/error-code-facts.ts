/** What is known about an error code: whether trying again may heal it, the HTTP status, and the words for the person. */
export interface ErrorCodeFacts {
  readonly retryable: boolean;
  readonly status: number;
  /** Chinese title. */
  readonly title: string;
  /** Chinese: what the person who reads it should do next. */
  readonly wayOut: string;
}
