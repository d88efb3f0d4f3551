/** Sealed text, as it is stored: which key, and the bytes in base64. */
export interface Sealed {
  /** Short id of the key, so that keys can be changed and what they sealed still be opened. */
  readonly key: string;
  readonly nonce: string;
  /** Ciphertext with its tag. */
  readonly text: string;
}

/** Seals personal data so that it can be stored (AES-256-GCM). */
export interface Cipher {
  /**
   * Seals a text with the newest key. It opens under the same `context` only, so that nobody can put it in another's place.
   * @throws AppError `SECRET.MISSING`, `SECRET.UNAVAILABLE`
   */
  seal(text: string, context: string): Promise<Sealed>;
  /**
   * Opens what was sealed, by whichever key it names.
   * @throws AppError `PERSONAL.UNREADABLE` when it was changed or belongs to another context; `SECRET.MISSING` when its key is
   *   gone, which is how personal data is erased for good
   */
  open(sealed: Sealed, context: string): Promise<string>;
}
