import { EVIDENCE_TEXT, type Evidence } from '#shared/domain/same-asset/evidence.ts';

interface EvidenceProps {
  readonly evidence: readonly Evidence[];
  /** What each side is called. */
  readonly names: readonly [string, string];
}

/** Each piece of evidence with what both sides say. */
export function EvidenceTable({ evidence, names: [left, right] }: EvidenceProps) {
  if (evidence.length === 0) return <p>没有依据。</p>;
  return (
    <table class="stacked">
      <thead>
        <tr>
          <th scope="col">依据</th>
          <th scope="col">{left}</th>
          <th scope="col">{right}</th>
        </tr>
      </thead>
      <tbody>
        {evidence.map((piece) => (
          <tr>
            <th scope="row">{EVIDENCE_TEXT[piece.code]}</th>
            <td data-label={left}>{piece.left}</td>
            <td data-label={right}>{piece.right}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
