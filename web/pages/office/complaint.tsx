import { complaintText, placeText } from '../../complaint-text.ts';

/** What is complained of: the Chinese sentence first, then the stable wording for who maintains the mapping. */
export function Reason({ reason }: { readonly reason: string }) {
  const text = complaintText(reason);
  if (text === reason) return <code>{reason}</code>;
  return (
    <>
      {text} <code class="soft">{reason}</code>
    </>
  );
}

/** Where it is: the document's own path, and what people call that place. */
export function Place({ path }: { readonly path: string }) {
  const text = placeText(path);
  return (
    <>
      <code>{path}</code>
      {text === undefined ? null : <span class="soft">({text})</span>}
    </>
  );
}
