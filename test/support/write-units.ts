import { meteredStore, type StoreUsage } from '#shared/services/records/write-meter.ts';
import { aBid, aBidsPage, aDesk, aFullLot, aLot, aPage } from './builders.ts';

/** What one usual event costs the records store. */
export interface EventCost {
  readonly event: string;
  readonly usage: StoreUsage;
}

/** Measures, by AWS's rules, what a new lot, three further bids, a page that says nothing new and a redelivery cost. */
export async function measureEventCosts(): Promise<readonly EventCost[]> {
  const desk = aDesk();
  const meter = meteredStore(desk.records);
  const costs: EventCost[] = [];
  const measure = async (event: string, documentId: string) => {
    meter.reset();
    await desk.map(documentId, { records: meter.store });
    costs.push({ event, usage: meter.usage() });
  };
  const page = aPage({ lots: [aFullLot()] });
  const first = await desk.bring(page, 0);
  await measure('new lot', first);
  const bids = [1, 2, 3].map((second) => aBid(second));
  await measure('three bids', await desk.bring(aPage({ lots: [aLot()], bids: [{ externalId: '1024', bids }] }), 1));
  await measure('three more bids', await desk.bring(aBidsPage([4, 5, 6].map((second) => aBid(second))), 2));
  await measure('unchanged page', await desk.bring(page, 3));
  await measure('redelivery', first);
  return costs;
}
