/** A typeface for Chinese with one for Latin letters and digits beside it. */
function typeface(eastAsia: string) {
  return { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia } as const;
}

/** Typefaces of official documents (GB/T 9704-2012); where one is not installed, Word takes its own substitute. */
export const FONTS = {
  title: typeface('方正小标宋简体'),
  heading: typeface('黑体'),
  body: typeface('仿宋_GB2312'),
  plain: typeface('宋体'),
} as const;

/** Sizes in half points: 二号, 三号, 四号, 小四, 小五, 六号, and as small as print can be read. */
export const SIZES = { title: 44, body: 32, footer: 28, caption: 24, table: 18, smallTable: 15, stamp: 13 } as const;

/** A millimetre in twips, as pages are measured. */
const TWIPS_A_MM = 1440 / 25.4;

function mm(length: number): number {
  return Math.round(length * TWIPS_A_MM);
}

/** A4 with the margins of official documents: a text area of 156 mm by 225 mm. */
export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(17) },
} as const;

/** Width of the text area in twips. */
export const TEXT_WIDTH = mm(156);

/** Line pitch of the body: 22 lines on 225 mm, in twips. */
export const LINE_PITCH = 579;
