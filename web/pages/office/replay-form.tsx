/** What a replay is asked for: one document, or all that wait for one reason. */
export type ReplayTarget = { readonly document: string } | { readonly group: string };

interface ReplayFormProps {
  readonly target: ReplayTarget;
  readonly label: string;
  /** The differences have been shown and the person agrees. */
  readonly confirmed?: boolean;
}

/** A button that leads to a replay: first to what it would change, then, confirmed, to the replay itself. */
export function ReplayForm({ target, label, confirmed = false }: ReplayFormProps) {
  const [[name = '', value = ''] = []] = Object.entries(target);
  return (
    <form method="post" action="/office/replays">
      <input type="hidden" name={name} value={value} />
      {confirmed ? <input type="hidden" name="confirmed" value="yes" /> : null}
      <button type="submit">{label}</button>
    </form>
  );
}
