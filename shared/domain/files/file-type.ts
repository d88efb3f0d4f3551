/** What the desk takes, by the bytes themselves (文件类型). */
export type FileType = 'pdf' | 'jpeg' | 'png' | 'docx' | 'xlsx';

const MEGABYTE = 1024 * 1024;

/** Content type, ending and largest size of each type; sizes in bytes. Pictures are stored as JPEG whatever they came as. */
export const FILE_TYPES = {
  pdf: { contentType: 'application/pdf', ending: 'pdf', maxBytes: 30 * MEGABYTE },
  jpeg: { contentType: 'image/jpeg', ending: 'jpg', maxBytes: 20 * MEGABYTE },
  png: { contentType: 'image/png', ending: 'png', maxBytes: 20 * MEGABYTE },
  docx: {
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: 'docx',
    maxBytes: 10 * MEGABYTE,
  },
  xlsx: {
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: 'xlsx',
    maxBytes: 10 * MEGABYTE,
  },
} as const satisfies Readonly<
  Record<FileType, { readonly contentType: string; readonly ending: string; readonly maxBytes: number }>
>;

/** The largest file of any type, in bytes. */
export const MAX_UPLOAD_BYTES = 30 * MEGABYTE;

/** Pixels, at most: decoding takes 40 bytes of memory each. Phones take 12 to 16 million, 25 at most by default. */
export const MAX_PIXELS = 26_000_000;

/** Longest sides of the stored picture and of the small one beside it, in pixels. */
export const PICTURE_SIDES = [1600, 480] as const;

/** The type of a stored file. */
export function fileTypeOf(contentType: string): FileType | undefined {
  const types: readonly FileType[] = ['pdf', 'jpeg', 'png', 'docx', 'xlsx'];
  return types.find((type) => FILE_TYPES[type].contentType === contentType);
}
