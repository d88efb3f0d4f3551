/** One thing the office has to say before a platform can be called (对接参数). */
export interface ConnectionField {
  /** Letters; the key in the saved connection. */
  readonly name: string;
  /** Chinese. */
  readonly label: string;
  readonly help: string;
  /** `secret`: never the value but the name under which it is kept (SSM parameter). */
  readonly kind: 'text' | 'secret' | 'choice';
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  readonly required: boolean;
}

/** The most a platform takes; absent is not known, which is not unlimited. */
export interface OfferLimits {
  /** Characters. */
  readonly titleLength?: number;
  readonly pictures?: number;
  readonly documents?: number;
  /** Bytes of one picture, of one document. */
  readonly pictureBytes?: number;
  readonly documentBytes?: number;
  /** Endings of documents it takes, lower case without the dot. */
  readonly documentTypes?: readonly string[];
  /** `false`: it knows one number of whole minutes, in which a bid moves the end by as many. */
  readonly takesUnequalExtension?: false;
  readonly confidence: 'documented' | 'assumed';
  /** Chinese: where it is said. */
  readonly source: string;
}

/**
 * Facts about publishing at one platform, data only: for the desk's checks and the settings page. Declared by the adapter,
 * beside its code.
 */
export interface Publishing {
  readonly platform: string;
  /** `reference`: asking twice with our reference makes one lot; `look`: it may make two, so it is looked for first. */
  readonly onceBy: 'reference' | 'look';
  readonly amend: 'api' | { readonly no: string };
  readonly withdraw: 'api' | { readonly no: string };
  /** What the connection needs beside its address. */
  readonly fields: readonly ConnectionField[];
  /** Whether the platform pushes events, and which secret signs them: name of a field of kind `secret`. */
  readonly eventsSecret: string | null;
  readonly limits: OfferLimits;
  /** Chinese: what of it was never tried with the platform itself. */
  readonly untried: string;
}
