/** Whose pages show a lot: the interface's own platform, or one of the marketplaces the sandbox can speak like. */
export type Face = 'opi' | Market;

/** Marketplaces whose pages and calls the sandbox can speak, by the ids of their adapters. */
export const MARKETS = ['alibaba', 'jd'] as const;
export type Market = (typeof MARKETS)[number];

/** A request to the sandbox, read to its end. */
export interface FaceRequest {
  readonly method: string;
  /** Below `/sandbox`, as `/alibaba/…`. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}
