import type { RawDocument } from '#shared/ports/auction-platform.ts';
import { readLink } from '../kit/link.ts';
import { drift } from '../kit/refusal.ts';
import { manifest } from './manifest.ts';

/** Numbers of lots outside meetings are counted for themselves: they carry this in front, as the list writes it. */
const OWN = 'zz-';

const SUBJECT = /(?<![0-9A-Za-z])(?:zz-)?[0-9]{4,12}(?![0-9])/;

/** A lot of the platform: where its pages and calls are found. */
export interface LotNumber {
  readonly externalId: string;
  readonly lotId: string;
  readonly isOwn: boolean;
}

/** Takes apart what we call a lot by. Undefined for anything else. */
export function parseLotNumber(externalId: string): LotNumber | undefined {
  const isOwn = externalId.startsWith(OWN);
  const lotId = isOwn ? externalId.slice(OWN.length) : externalId;
  return /^[0-9]{1,12}$/.test(lotId) ? { externalId, lotId, isOwn } : undefined;
}

/** A row's number: `id` says whether `lotId` is one outside meetings. */
export function toLotNumber(lotId: string, id: string): LotNumber | undefined {
  return parseLotNumber(id.startsWith(OWN) ? `${OWN}${lotId}` : lotId);
}

/** Address of a lot's page. A lot of a meeting is shown with it; without its number the address is not known. */
export function addressOf({ lotId, isOwn }: LotNumber, meetId: string): string | undefined {
  if (isOwn) return `${manifest.homepage}pages/own/lotdetail.html?lotId=${lotId}`;
  if (!/^[0-9]{1,12}$/.test(meetId)) return undefined;
  return `${manifest.homepage}pages/financeassets/financelotdetail.html?meetId=${meetId}&lotId=${lotId}`;
}

/** The lot's number in an address of its page: `…/lotdetail.html?lotId=<number>`. */
export function lotNumberIn(url: string): string | undefined {
  const link = readLink(url, manifest.hosts);
  if (link.kind !== 'own' || !link.path.startsWith('/pages/')) return undefined;
  const lotId = URL.parse(url.trim(), manifest.homepage)?.searchParams.get('lotId') ?? '';
  return toLotNumber(lotId, link.path.startsWith('/pages/own/') ? OWN : '')?.externalId;
}

/**
 * The lot a reply is about, as its bringer said: no reply says it beyond doubt.
 * @throws AppError `DOCUMENT.DRIFT` when nobody said
 */
export function needSubject({ subject = '' }: RawDocument): LotNumber {
  const found = parseLotNumber(SUBJECT.exec(subject)?.[0] ?? '');
  if (found === undefined) throw drift("the document needs the lot's number", { missing: 'subject' });
  return found;
}
