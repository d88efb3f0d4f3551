import type { Instant } from '../time.ts';

/** A file somebody brought to the desk (材料附件). Its bytes are checked, pictures re-encoded, before anyone may use it. */
export interface DeskFile {
  readonly id: string;
  /** As the person's machine named it, without path. */
  readonly name: string;
  readonly status: 'expected' | 'ready' | 'refused';
  /** Chinese, for a refused one: what is wrong with it and what to do. */
  readonly refusal: string | null;
  /** As found in the bytes, not as said. */
  readonly contentType: string | null;
  /** Bytes of the stored file. */
  readonly size: number | null;
  /** SHA-256 of the stored file, lower-case hex. */
  readonly sha256: string | null;
  /** For pictures: pixels of the stored file, and the SHA-256 of a smaller one, at most 480 pixels wide and high, that lies beside it. */
  readonly picture: { readonly width: number; readonly height: number; readonly small: string } | null;
  /** The owner whose matter it is: who may act for that owner may see it. */
  readonly ownerId: string;
  readonly uploadedBy: string;
  readonly uploadedAt: Instant;
}
