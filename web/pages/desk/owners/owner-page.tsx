import type { Caller } from '#shared/domain/caller.ts';
import { divisionName } from '#shared/domain/villages.ts';
import type { OwnerView } from '#shared/services/desk/owner/read-owner.ts';
import { UNKNOWN } from '../../../words.ts';
import { managedText } from '../assets/division-options.ts';
import { History } from '../assets/history.tsx';
import { DeskPage } from '../frame.tsx';
import { OWNER_KIND_TEXT } from './read-owner-form.ts';

interface OwnerPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: OwnerView;
}

/** One owner: what is known of it, what is doubtful, and its history. */
export function OwnerPage({ caller, assets, view }: OwnerPageProps) {
  const { owner, warnings, history, mayAmend } = view;
  const managed = managedText(owner.division);
  return (
    <DeskPage title={owner.name} caller={caller} here="assets" assets={assets}>
      <p>
        <a href="/desk/owners">← 产权人</a>
      </p>
      <h1>{owner.name}</h1>
      {mayAmend ? (
        <p class="buttons">
          <a class="button" href={`/desk/owners/${owner.id}/edit`}>
            更正
          </a>
        </p>
      ) : null}
      {warnings.map(({ sentence }) => (
        <p class="notice">请核对:{sentence}</p>
      ))}
      <dl>
        <dt>性质</dt>
        <dd>{OWNER_KIND_TEXT[owner.kind]}</dd>
        <dt>所在</dt>
        <dd>
          {divisionName(owner.division)}
          {managed === null ? null : <span class="soft">({managed})</span>}
        </dd>
        <dt>统一社会信用代码</dt>
        <dd>{owner.uscc ?? UNKNOWN}</dd>
        <dt>联系人</dt>
        <dd>{owner.contact === null ? UNKNOWN : `${owner.contact.name} ${owner.contact.phone}`}</dd>
      </dl>
      <p class="links">
        <a href={`/desk/assets?owner=${owner.id}`}>它的资产</a>
      </p>
      <History changes={history} />
    </DeskPage>
  );
}
