import { BID_STANDINGS } from '#shared/domain/bid.ts';
import type { DepositsObservation } from '#shared/domain/deposits/ledger-statement.ts';
import { MAX_EXTERNAL_ID } from '#shared/domain/lot-id.ts';
import { contradictionsOf, mergeLot, unknownLot } from '#shared/domain/lot-state.ts';
import { LOT_STATUSES } from '#shared/domain/lot-status.ts';
import type { BidsObservation, LotFacts, LotObservation } from '#shared/domain/observation.ts';
import { parseInstant } from '#shared/domain/time.ts';
import type { MappedDocument, PlatformManifest } from '#shared/ports/auction-platform.ts';

const PHONE = /(?<![0-9])1[3-9][0-9]{9}(?![0-9])/;
const CITIZEN_NUMBER = /(?<![0-9])[0-9]{17}[0-9Xx](?![0-9])/;
const INSTANTS = /(?:At|clock)$/;
/** Spans that may begin and end on one day. */
const SPANS = [
  ['registrationStartsAt', 'registrationEndsAt'],
  ['viewingStartsAt', 'viewingEndsAt'],
  ['publicityStartsAt', 'publicityEndsAt'],
] as const satisfies readonly (readonly [keyof LotFacts, keyof LotFacts])[];
const LONGEST_TEXT = 500;

/** The rules of the trade a mapped document breaks, in words; empty when it breaks none. */
export function brokenRules(mapped: MappedDocument, manifest: PlatformManifest): readonly string[] {
  const { lots, bids, deposits = [], quarantined, clock, listed = 0 } = mapped;
  const lotIds = lots.map(({ externalId }) => externalId);
  const bidIds = bids.map(({ externalId }) => externalId);
  return [
    ...broken('document', {
      'each lot appears once': new Set(lotIds).size === lotIds.length,
      'each bid log appears once': new Set(bidIds).size === bidIds.length,
      'its clock is an instant': clock === undefined || parseInstant(clock) === clock,
      'a total of lots is whole and not negative': Number.isSafeInteger(listed) && listed >= 0,
      'rows in quarantine have a path and a reason': quarantined.every(
        ({ path, reason }) => path !== '' && reason !== '',
      ),
      'quarantine repeats no personal number': quarantined.every(({ path, reason }) => !isPersonal(path + reason)),
    }),
    ...lots.flatMap((lot) => broken(lot.externalId, lotRules(lot, manifest))),
    ...bids.flatMap((log) => broken(log.externalId, bidRules(log))),
    ...deposits.flatMap((ledger) => broken(ledger.externalId, depositRules(ledger))),
  ];
}

function lotRules({ externalId, status, facts }: LotObservation, { id, hosts }: PlatformManifest) {
  const { hammerPrice, startPrice, saleMode, url, round, area } = facts;
  const numbers = [...Object.values(facts).filter((value) => typeof value === 'number'), area?.thousandths ?? 0];
  const { url: _, reference: __, propertyKey: ___, ...shown } = facts;
  const texts = Object.values(shown).filter((value) => typeof value === 'string');
  const instants = Object.entries(facts).flatMap(([name, value]) => (INSTANTS.test(name) ? [String(value)] : []));
  const link = url === undefined ? undefined : URL.parse(url);
  const folded = mergeLot(unknownLot(id, externalId), { externalId, ...(status && { status }), facts }, ANY_STAMP);
  return {
    'its id is 1 to 120 characters': isId(externalId),
    'its status is a known word': status === undefined || LOT_STATUSES.includes(status),
    'a sale has a hammer price or is shown as a contradiction':
      status !== 'sold' || hammerPrice !== undefined || contradictionsOf(folded).includes('sold-without-hammer'),
    'only a sale has a hammer price': hammerPrice === undefined || [undefined, 'sold', 'defaulted'].includes(status),
    'an ascending sale ends at or above its start':
      saleMode !== 'ascending' || startPrice === undefined || hammerPrice === undefined || hammerPrice >= startPrice,
    'figures are whole, safe and not negative': numbers.every((number) => Number.isSafeInteger(number) && number >= 0),
    'a counted round is the first or a later one': typeof round !== 'number' || round >= 1,
    'times are instants': instants.every((text) => parseInstant(text) === text),
    'a lot starts before it ends': (facts.startsAt ?? '') < (facts.endsAt ?? '~'),
    'no span ends before it starts': SPANS.every(([from, to]) => (facts[from] ?? '') <= (facts[to] ?? '~')),
    'an address is https on a host of the manifest':
      link === undefined || (link?.protocol === 'https:' && hosts.includes(link.host) && link.username === ''),
    'text is short and well formed': texts.every((text) => text.length <= LONGEST_TEXT && text.isWellFormed()),
    'no fact is empty or undefined': Object.values(facts).every((value) => value !== '' && value !== undefined),
    'no personal number comes out': !texts.some(isPersonal),
  };
}

function bidRules({ externalId, bids }: BidsObservation) {
  return {
    'its id is 1 to 120 characters': isId(externalId),
    'prices are whole, safe and not negative': bids.every(({ price }) => Number.isSafeInteger(price) && price >= 0),
    'times of bids are instants': bids.every(({ at }) => parseInstant(at) === at),
    'standings are known words': bids.every(({ standing }) => BID_STANDINGS.includes(standing)),
    'bidders are public numbers': bids.every(({ bidder }) => !isPersonal(bidder) && !/先生|女士/.test(bidder)),
  };
}

function depositRules({ externalId, deposits, setAside }: DepositsObservation) {
  return {
    'its id is 1 to 120 characters': isId(externalId),
    'each bidder appears once': new Set(deposits.map(({ bidder }) => bidder)).size === deposits.length,
    'bidders of deposits are numbers': deposits.every(({ bidder }) => /^[A-Za-z]{0,3}[0-9]{1,8}$/.test(bidder)),
    'each deposit closes': deposits.every(
      ({ paid, converted, refunded, forfeited, held }) => paid === converted + refunded + forfeited + held,
    ),
    'rows set aside are counted': Number.isSafeInteger(setAside) && setAside >= 0,
  };
}

const ANY_STAMP = { at: parseInstant('2026-06-01T04:00:00Z') ?? failure(), rank: 1, document: 'document' };

function failure(): never {
  throw new TypeError('not an instant');
}

function isId(text: string): boolean {
  return text.trim() !== '' && text.length <= MAX_EXTERNAL_ID && text.isWellFormed();
}

function isPersonal(text: string): boolean {
  return PHONE.test(text) || CITIZEN_NUMBER.test(text);
}

function broken(subject: string, rules: Readonly<Record<string, boolean>>): readonly string[] {
  return Object.entries(rules).flatMap(([rule, holds]) => (holds ? [] : [`${subject}: not so: ${rule}`]));
}
