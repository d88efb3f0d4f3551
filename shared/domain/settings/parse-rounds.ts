import { ppm } from '../money.ts';
import type { DataReader } from './parse.ts';
import type { RoundsPolicy } from './rounds-policy.ts';

/** Reads the policy of rounds. */
export function readRounds(data: DataReader): RoundsPolicy {
  return {
    failedRoundsBeforeAgreement: data.at('failedRoundsBeforeAgreement').whole(1, 20),
    suggestedCutPpm: ppm(data.at('suggestedCutPpm').whole(0, 1_000_000)),
    agreementPublicityWorkingDays: data.at('agreementPublicityWorkingDays').whole(1, 60),
    confirmed: data.at('confirmed').flag(),
  };
}
