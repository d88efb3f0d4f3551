import { type District, HOME_DISTRICT } from './divisions.ts';

/** Where an asset lies, as far as it is certain; `null` for unknown. */
export interface Place {
  /** Jurisdiction (辖区): six digits of its district. */
  readonly jurisdiction: string | null;
  /** Township (乡镇街道): nine digits. */
  readonly township: string | null;
}

/** What a lot says of where it is. */
export interface PlaceSources {
  /** 6, 9 or 12 digits. */
  readonly divisionCode?: string | undefined;
  /** Texts in the platform's words: the place, the title. */
  readonly texts: readonly (string | undefined)[];
}

const UNKNOWN_PLACE: Place = { jurisdiction: null, township: null };

function placeOfCode(code: string): Place {
  return { jurisdiction: code.slice(0, 6), township: code.length >= 9 ? code.slice(0, 9) : null };
}

/** The one township that the texts name; none when they name several. */
function townshipNamed(texts: readonly string[], district: District): string | null {
  const named = district.townships.filter(({ name }) => texts.some((text) => text.includes(name)));
  return named.length === 1 ? (named[0]?.code ?? null) : null;
}

/**
 * Reads where an asset lies: from its division code, else from texts that name the district itself, because other
 * districts have townships of the same names. A township named beside another one is nobody's: unknown.
 *
 * @example placeOf({ texts: ['浙江省湖州市吴兴区织里镇'] }) //=> { jurisdiction: '330502', township: '330502100' }
 */
export function placeOf({ divisionCode, texts }: PlaceSources, district: District = HOME_DISTRICT): Place {
  const coded = divisionCode === undefined ? UNKNOWN_PLACE : placeOfCode(divisionCode);
  if (coded.township !== null) return coded;
  const said = texts.filter((text) => text !== undefined);
  const inDistrict = coded.jurisdiction === district.code || said.some((text) => text.includes(district.name));
  if (!inDistrict || (coded.jurisdiction ?? district.code) !== district.code) return coded;
  return { jurisdiction: district.code, township: townshipNamed(said, district) };
}
