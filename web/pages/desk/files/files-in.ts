import type { FormValues } from '../form-text.ts';

/** Name of the field that holds a file's place in the order. */
export function orderName(name: string, id: string): string {
  return `${name}.order.${id}`;
}

/** Name of the address's parameter that carries a file uploaded without scripts back to the form it belongs to. */
export function attachName(name: string): string {
  return `attach.${name}`;
}

function textOf(value: FormValues[string] | undefined): string {
  return typeof value === 'string' ? value : (value?.[0] ?? '');
}

/** Ids of the files a form keeps under a name, by the order numbers beside them; without numbers as they stood. */
export function filesIn(form: FormValues, name: string): readonly string[] {
  const kept = form[name] ?? [];
  const ids = [...new Set(typeof kept === 'string' ? [kept] : kept)].filter((id) => id !== '');
  const placeOf = (id: string) => {
    const number = textOf(form[orderName(name, id)]).trim();
    return /^\d{1,4}$/.test(number) ? Number(number) : Number.POSITIVE_INFINITY;
  };
  return ids
    .map((id) => ({ id, place: placeOf(id) }))
    .toSorted((a, b) => (a.place === b.place ? 0 : a.place - b.place))
    .map(({ id }) => id);
}

/** Ids of files that were uploaded without scripts for a field of the page at this address, after those it has already. */
export function withAttached(url: string, name: string, present: readonly string[]): readonly string[] {
  const attached = new URL(url).searchParams.getAll(attachName(name)).filter((id) => /^[0-9a-z]{16}$/.test(id));
  return [...new Set([...present, ...attached])];
}
