import { JSON_TYPE } from './api-answers.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Kinds of files that are handed out, by the ending of their names. */
const FILE_TYPES = {
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  csv: 'text/csv; charset=utf-8',
  json: JSON_TYPE,
} as const;

/**
 * Headers of a file to be kept.
 * @param plain its name without ending in letters and digits, for browsers that read no other
 * @param chinese its name in Chinese
 */
export function attachment(plain: string, chinese: string, ending: keyof typeof FILE_TYPES): Record<string, string> {
  const names = `filename="${plain}.${ending}"; filename*=UTF-8''${encodeURIComponent(`${chinese}.${ending}`)}`;
  return { 'content-type': FILE_TYPES[ending], 'content-disposition': `attachment; ${names}` };
}
