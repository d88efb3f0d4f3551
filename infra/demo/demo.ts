import type { Delivery } from '#infra/cli/host-client.ts';

/** A lot by its platform's number. */
export interface DemoLotName {
  readonly platform: string;
  readonly externalId: string;
}

/** A synthetic record (演示数据): documents that are made from a seed and enter by the front door like any others. */
export interface Demo {
  readonly name: string;
  /** Chinese: what it shows. */
  readonly title: string;
  /** First and last day of the period its report is about. */
  readonly period: readonly [from: string, to: string];
  readonly defaultSeed: number;
  /** Seeds are whole numbers from 1 to this. */
  readonly largestSeed: number;
  /** All documents, in the order in which they came. */
  documents(seed: number): readonly Delivery[];
  /** The lots they are about: other seeds make other lots. */
  lots(seed: number): readonly DemoLotName[];
}
