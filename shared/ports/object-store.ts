/** Metadata of an object: ASCII names and values, 2 KB together. */
export type ObjectMetadata = Readonly<Record<string, string>>;

export interface StoredObject {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly metadata: ObjectMetadata;
}

export interface ObjectPut {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly metadata?: ObjectMetadata;
}

export interface PresignedPut {
  readonly url: string;
  /** Headers the uploader must send exactly so. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface PresignRequest {
  readonly key: string;
  readonly contentType: string;
  readonly metadata: ObjectMetadata;
  /** SHA-256 of the body, lower-case hex; the store refuses other bytes. */
  readonly sha256: string;
  readonly expiresSeconds: number;
}

export interface PresignGet {
  readonly key: string;
  /** What the reader is told the bytes are; given by us, never by whoever brought them. */
  readonly contentType: string;
  /** Value of Content-Disposition, ASCII. */
  readonly disposition: string;
  readonly expiresSeconds: number;
}

/** Objects of one bucket. A put never replaces: the same key with other bytes does not exist in this system. */
export interface ObjectStore {
  /** `exists` when the key was taken; the stored object stays as it was. */
  putIfAbsent(object: ObjectPut): Promise<'written' | 'exists'>;
  get(key: string): Promise<StoredObject | undefined>;
  /** Keys under a prefix in order, after `after`, 1,000 at most a call. */
  list(prefix: string, after?: string): Promise<readonly string[]>;
  /** A put another program may carry out without our credentials; refuses to replace. */
  presignPut(request: PresignRequest): Promise<PresignedPut>;
  /** An address under which a browser may read the object without our credentials. */
  presignGet(request: PresignGet): Promise<string>;
  /** Removes an object; nothing happens where there is none. */
  remove(key: string): Promise<void>;
}
