import type { FetchedList } from '#shared/domain/collection/fetching.ts';
import { ERROR_CODES } from '#shared/errors/codes.ts';
import type { ShownIncident } from '#shared/services/collection/health.ts';
import { adviceOn, placeText } from '#shared/services/collection/health-words.ts';
import { Time } from '../../time.tsx';

interface IncidentsProps {
  readonly incidents: readonly ShownIncident[];
  readonly lists: readonly FetchedList[];
}

/** The stable code, explained on the page of codes where it is one of ours for all. */
function Code({ code }: Pick<ShownIncident, 'code'>) {
  return code in ERROR_CODES ? <a href={`/errors#${code}`}>{code}</a> : <span>{code}</span>;
}

function Line({ incident, lists }: { readonly incident: ShownIncident; readonly lists: readonly FetchedList[] }) {
  const { code, count, firstAt, lastAt, excerpt, document, solvedAt, stands } = incident;
  const { text, todo } = adviceOn(code);
  return (
    <li class={stands ? 'late' : undefined}>
      <strong>{text}</strong>({placeText(incident, lists)},<Code code={code} />)
      <span class="source">
        {count} 次,
        <Time at={firstAt} /> 至 <Time at={lastAt} />
        {solvedAt === null ? (
          stands ? null : (
            ',之后没有再出现'
          )
        ) : (
          <>
            ,已于 <Time at={solvedAt} /> 自动消除
          </>
        )}
      </span>
      {stands ? <span class="source">{todo}</span> : null}
      {document === null ? null : (
        <span class="source">
          <a href={`/office/documents/${document}`}>收到的原始文件</a>
        </span>
      )}
      {excerpt === null ? null : (
        <details>
          <summary>收到的内容(开头)</summary>
          <p>{excerpt}</p>
        </details>
      )}
    </li>
  );
}

/** What stands between us and a platform's data, equal things as one line; what is solved stays for seven days. */
export function IncidentList({ incidents, lists }: IncidentsProps) {
  if (incidents.length === 0) return <p>七天内没有异常。</p>;
  return (
    <ul class="todo">
      {incidents.map((incident) => (
        <Line incident={incident} lists={lists} />
      ))}
    </ul>
  );
}
