import { type Fen, parseMoney } from '#shared/domain/money.ts';
import { toPlainText } from '#shared/domain/plain-text.ts';
import { quote } from '../kit/rows.ts';

/** Quarantines one field; the others of its lot go on. */
export type Note = (field: string, reason: string) => void;

/** What a page shows under labels; the first of equal labels counts. */
export type Labelled = ReadonlyMap<string, string>;

const WITH_UNIT = /[万亿元]\s*$/;

/** Reads `label：value` out of the texts of places; a label may be spread out (评 估 价), a text without one is passed over. */
export function readLabelled(texts: readonly string[]): Labelled {
  const found = new Map<string, string>();
  for (const text of texts) {
    const [, label = '', value = ''] = /^([^:]{2,16}):(.*)$/s.exec(toPlainText(text)) ?? [];
    const name = label.replace(/\s/g, '');
    if (name !== '' && !found.has(name)) found.set(name, value.trim());
  }
  return found;
}

/**
 * Reads the amount under the first of the labels that is there. One list writes 万元 and 元 side by side, so that the unit has to
 * stand beside the number: a bare figure is taken for neither and noted.
 */
export function readAmount(found: Labelled, labels: readonly string[], note: Note): Fen | undefined {
  const label = labels.find((name) => found.has(name));
  const text = label === undefined ? '' : (found.get(label) ?? '');
  // The unit's element stays where the figure is missing.
  const amount = parseMoney(text.replace(/^[万亿]?元$/, '').replace(/^[¥￥]\s*/, ''));
  if (label === undefined || amount.kind === 'none') return undefined;
  if (amount.kind === 'amount' && WITH_UNIT.test(text)) return amount.fen;
  note(label, `not an amount with its unit: ${quote(text)}`);
  return undefined;
}
