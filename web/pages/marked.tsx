import { highlight } from '#shared/services/catalogue/highlight.ts';

/** A text with what the query found in it marked. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }) {
  if (query === '') return <>{text}</>;
  return <>{highlight(text, query).map((part) => (part.hit ? <mark>{part.text}</mark> : part.text))}</>;
}
