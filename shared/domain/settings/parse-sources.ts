import type { DataReader } from './parse.ts';
import { readBase } from './parse-base.ts';
import type { CollectionSource } from './source.ts';

const MOST_REQUESTS = 600;
const LONGEST_REASON = 500;

function readSource(data: DataReader): CollectionSource {
  return {
    platform: data.at('platform').text(60),
    enabled: data.at('enabled').flag(),
    base: data.at('base').isNull() ? null : readBase(data.at('base')),
    requestsPerMinute: data.at('requestsPerMinute').wholeOrNull(1, MOST_REQUESTS),
    lists: data.at('lists').isNull() ? null : data.at('lists').each((item) => item.text(60)),
    retired: data.at('retired').textOrNull(LONGEST_REASON),
  };
}

/** Reads what is collected of which platform; each platform stands there once at most. */
export function readSources(data: DataReader): readonly CollectionSource[] {
  const sources = data.each(readSource);
  const ids = sources.map(({ platform }) => platform);
  ids.forEach((id, index) => {
    if (id !== '' && ids.indexOf(id) < index) data.at(index).at('platform').fault('这个平台已有一条采集来源');
  });
  return sources;
}
