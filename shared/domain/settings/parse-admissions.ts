import { ASSET_CLASSES, TRADE_CATEGORIES } from '../trade.ts';
import type { DataReader } from './parse.ts';
import type { Admission } from './platform-profile.ts';

function readAdmission(data: DataReader): Admission {
  const [from, until] = [data.at('from').day(), data.at('until').dayOrNull()];
  if (until !== null && until < from) data.at('until').fault('截止日早于开始日');
  return {
    platform: data.at('platform').text(60),
    assetClasses: data.at('assetClasses').each((item) => item.oneOf(ASSET_CLASSES)),
    categories: data.at('categories').each((item) => item.oneOf(TRADE_CATEGORIES)),
    from,
    until,
    basis: data.at('basis').text(),
  };
}

/** Reads the list of admitted platforms. */
export function readAdmissions(data: DataReader): readonly Admission[] {
  return data.each(readAdmission);
}
