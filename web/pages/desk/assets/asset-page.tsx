import type { Asset } from '#shared/domain/asset/asset.ts';
import { NATURE_TEXT } from '#shared/domain/asset/check-asset.ts';
import { CLASS_FACTS } from '#shared/domain/asset/classes.ts';
import { PRIORITY_FACTS } from '#shared/domain/asset/priority.ts';
import type { Caller } from '#shared/domain/caller.ts';
import type { DeskFile } from '#shared/domain/files/file.ts';
import { TRADE_KIND_TEXT } from '#shared/domain/trade-words.ts';
import { divisionName } from '#shared/domain/villages.ts';
import type { AssetView } from '#shared/services/desk/asset/read-asset.ts';
import type { ListingCard } from '#shared/services/desk/listing/listing-card.ts';
import { areaText, moneyText } from '../../../format.ts';
import { ASSET_CLASS_TEXT, UNKNOWN } from '../../../words.ts';
import { FileLink } from '../files/file-entry.tsx';
import { FileList } from '../files/upload-field.tsx';
import { DeskPage } from '../frame.tsx';
import { AssetListings } from './asset-listings.tsx';
import { managedText } from './division-options.ts';
import { History } from './history.tsx';
import { LEASE_TEXT, standingText } from './words.ts';

interface AssetPageProps {
  readonly caller: Caller;
  readonly assets: string;
  readonly view: AssetView;
  /** Its listings, those changed last first. */
  readonly listings: readonly ListingCard[];
  /** Files the asset names, by id; those the caller may see. */
  readonly files: ReadonlyMap<string, DeskFile>;
}

function Facts({ view }: { readonly view: AssetView }) {
  const { asset, owner } = view;
  const managed = managedText(asset.division);
  const lines: readonly (readonly [string, string])[] = [
    ['类别', ASSET_CLASS_TEXT[asset.assetClass]],
    ...(owner.kind === 'collective'
      ? [['性质', asset.nature === null ? UNKNOWN : NATURE_TEXT[asset.nature]] as const]
      : []),
    ['所在', `${divisionName(asset.division)}${managed === null ? '' : `(${managed})`}`],
    ['坐落', asset.address || UNKNOWN],
    ['面积', asset.area === null ? UNKNOWN : areaText(asset.area)],
    ['资产编号', asset.ledgerNumber ?? UNKNOWN],
    ['用途', asset.permittedUse ?? UNKNOWN],
    ['一般怎样交易', CLASS_FACTS[asset.assetClass].tradeKinds.map((kind) => TRADE_KIND_TEXT[kind]).join('、')],
    ['备注', asset.note ?? UNKNOWN],
  ];
  return (
    <dl>
      <dt>产权人</dt>
      <dd>
        <a href={`/desk/owners/${owner.id}`}>{owner.name}</a>
      </dd>
      {lines.map(([label, text]) => (
        <>
          <dt>{label}</dt>
          <dd>{text}</dd>
        </>
      ))}
    </dl>
  );
}

function Lease({ lease }: Pick<Asset, 'lease'>) {
  return (
    <section>
      <h2>现在谁在用</h2>
      <dl>
        <dt>登记的状态</dt>
        <dd>{LEASE_TEXT[lease.state]}</dd>
        <dt>现承租人</dt>
        <dd>{lease.incumbent ?? UNKNOWN}</dd>
        <dt>合同到期日</dt>
        <dd>{lease.until ?? UNKNOWN}</dd>
        <dt>年租金</dt>
        <dd>{moneyText(lease.yearlyRentFen, 'per_year')}</dd>
      </dl>
    </section>
  );
}

function Parts({ parts }: Pick<Asset, 'parts'>) {
  if (parts.length === 0) return null;
  return (
    <section>
      <h2>可以分开出租的部分</h2>
      <ul>
        {parts.map(({ name, area }) => (
          <li>
            {name}
            {area === null ? null : `,${areaText(area)}`}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Certificates({ certificates, files }: Pick<Asset, 'certificates'> & Pick<AssetPageProps, 'files'>) {
  if (certificates.length === 0) return null;
  return (
    <section>
      <h2>权证</h2>
      <ul>
        {certificates.map(({ kind, number, file }) => {
          const scan = file === null ? undefined : files.get(file);
          return (
            <li>
              {kind} {number} {scan === undefined ? <span class="soft">没有扫描件</span> : <FileLink file={scan} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function PriorityHolders({ priorityHolders }: Pick<Asset, 'priorityHolders'>) {
  if (priorityHolders.length === 0) return null;
  return (
    <section>
      <h2>优先权人</h2>
      <ul>
        {priorityHolders.map(({ name, basis }) => (
          <li>
            {name}:{PRIORITY_FACTS[basis].name}
            <span class="soft source">{PRIORITY_FACTS[basis].law ?? '依据见合同或决议'}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One asset: how it stands, what is known of it, who has priority, which listings hold it, and its history. */
export function AssetPage({ caller, assets, view, listings, files }: AssetPageProps) {
  const { id, asset, standing, claims, warnings, history, mayAmend } = view;
  const pictures = asset.pictures.flatMap((picture) => files.get(picture) ?? []);
  return (
    <DeskPage title={asset.name} caller={caller} here="assets" assets={assets}>
      <p>
        <a href="/desk/assets">← 资产台账</a>
      </p>
      <h1>{asset.name}</h1>
      <p class="state">
        状态:<strong>{standingText(standing)}</strong>
      </p>
      {mayAmend ? (
        <p class="buttons">
          <a class="button" href={`/desk/assets/${id}/edit`}>
            更正
          </a>
          <a class="button quiet" href={`/desk/listings/new?asset=${id}`}>
            发起挂牌
          </a>
        </p>
      ) : null}
      {warnings.length === 0 ? null : (
        <div class="notice">
          <p>请核对:</p>
          <ul>
            {warnings.map(({ sentence }) => (
              <li>{sentence}</li>
            ))}
          </ul>
        </div>
      )}
      <Facts view={view} />
      <Lease lease={asset.lease} />
      <Parts parts={asset.parts} />
      <Certificates certificates={asset.certificates} files={files} />
      <PriorityHolders priorityHolders={asset.priorityHolders} />
      <h2>挂牌</h2>
      <AssetListings asset={asset} claims={claims} listings={listings} />
      <h2>照片</h2>
      <FileList files={pictures} />
      <History changes={history} />
    </DeskPage>
  );
}
