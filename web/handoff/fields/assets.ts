import type { Asset } from '#shared/domain/asset/asset.ts';
import { placeText } from '#shared/domain/asset/place-text.ts';
import type { FieldValues } from '#shared/domain/handoff/fields.ts';
import { type HandoffSource, runningRound } from '#shared/domain/handoff/source.ts';
import type { Area } from '#shared/domain/trade.ts';
import { areaText } from '../../format.ts';
import { ASSET_CLASS_TEXT } from '../../words.ts';
import { dayText } from './dates.ts';

const LEASE_TEXT = { vacant: '空置', leased: '出租中', occupied: '被占用' } as const;

/** Area of what is offered: of the parts, where parts are offered; unknown where one of them is. */
function offeredArea(asset: Asset, parts: readonly string[] | null): Area | undefined {
  if (parts === null) return asset.area ?? undefined;
  const areas = asset.parts.filter(({ id }) => parts.includes(id)).map(({ area }) => area);
  const [first] = areas;
  if (first === undefined || first === null) return undefined;
  let thousandths = 0;
  for (const area of areas) {
    if (area === null || area.unit !== first.unit) return undefined;
    thousandths += area.thousandths;
  }
  return { thousandths, unit: first.unit };
}

function certificatesText({ certificates }: Asset): string | undefined {
  const texts = certificates.map(({ kind, number }) => `${kind} ${number}`);
  return texts.length === 0 ? undefined : texts.join('、');
}

function leaseText({ lease }: Asset): string | undefined {
  if (lease.state === 'unknown') return undefined;
  const incumbent = lease.incumbent === null ? '' : `,现承租人${lease.incumbent}`;
  const until = lease.until === null ? '' : `,合同至${dayText(lease.until)}`;
  return `${LEASE_TEXT[lease.state]}${incumbent}${until}`;
}

/** Texts of all assets, each once; unknown where one of them is not known. */
function ofAll(texts: readonly (string | undefined)[], separator: string): string | undefined {
  const known = texts.filter((text) => text !== undefined && text !== '');
  return known.length < texts.length || texts.length === 0 ? undefined : [...new Set(known)].join(separator);
}

/** What is offered, in the words of documents. */
export function assetFields(source: HandoffSource): FieldValues {
  const { items } = runningRound(source).terms;
  const offered = source.assets.map(({ id, asset }) => {
    const parts = items.find(({ assetId }) => assetId === id)?.parts ?? null;
    const partNames = asset.parts.filter((part) => parts?.includes(part.id)).map(({ name }) => name);
    const name = partNames.length === 0 ? asset.name : `${asset.name}(${partNames.join('、')})`;
    const area = offeredArea(asset, parts);
    return { asset, name, place: placeText(asset), area: area && areaText(area), rights: certificatesText(asset) };
  });
  const line = ({ name, place, area, rights }: (typeof offered)[number]) =>
    [name, `坐落:${place}`, area && `面积:${area}`, rights && `权证:${rights}`].filter(Boolean).join(',');
  return {
    标的名称: ofAll(
      offered.map(({ name }) => name),
      '、',
    ),
    标的清单: offered.map(line),
    资产类别: ofAll(
      offered.map(({ asset }) => ASSET_CLASS_TEXT[asset.assetClass]),
      '、',
    ),
    资产编号: ofAll(
      offered.map(({ asset }) => asset.ledgerNumber ?? undefined),
      '、',
    ),
    坐落: ofAll(
      offered.map(({ place }) => place),
      '、',
    ),
    面积: ofAll(
      offered.map(({ area }) => area),
      '、',
    ),
    权证: ofAll(
      offered.map(({ rights }) => rights),
      ';',
    ),
    规划用途: ofAll(
      offered.map(({ asset }) => asset.permittedUse ?? undefined),
      ';',
    ),
    现状: ofAll(
      offered.map(({ asset }) => leaseText(asset)),
      ';',
    ),
  };
}
