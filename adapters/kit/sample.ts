/** A document that a fresh system is filled with, so that its first visitor sees lots. */
export interface SampleDocument {
  readonly platform: string;
  readonly kind: string;
  /** `own`: written by us, path from the project's root; `real`: captured, path in the folder of real material. */
  readonly from: 'own' | 'real';
  readonly file: string;
  /** The lot it is about, where the document does not say so. */
  readonly subject?: string;
  /** RFC 3339. */
  readonly observedAt: string;
}
