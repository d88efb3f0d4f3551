import type { Fetching } from '#shared/domain/collection/fetching.ts';
import type { CollectionSource } from '#shared/domain/settings/source.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';

const LONGEST_BASE = 200;
const LONGEST_REASON = 500;
const MOST_PER_MINUTE = 600;

/** What the office may decide of a platform: read it, do not, or never again. */
export const USES = ['on', 'off', 'retired'] as const;
export type Use = (typeof USES)[number];

/** How a platform is used; a connection is read as it is connected while nothing is saved. */
export function useOf(source: CollectionSource | undefined, { way }: Pick<Fetching, 'way'>): Use {
  if (source === undefined) return way === 'connection' ? 'on' : 'off';
  if (source.retired !== null) return 'retired';
  return source.enabled ? 'on' : 'off';
}

/** The lists chosen; all of them is `null`, so that one the platform gets later is read too. */
function listsIn(reader: FormReader, { lists }: Fetching, use: Use | null): readonly string[] | null {
  const chosen = lists.map(({ id }) => id).filter((id) => reader.list('lists').includes(id));
  if (chosen.length === lists.length) return null;
  if (chosen.length === 0 && use === 'on') reader.fault('lists', '请至少选择一个列表');
  return chosen;
}

/**
 * What is read of a platform, as its form says.
 * @throws AppError `FORM.INVALID` with a pointer for each fault
 */
export function readSourceForm(form: FormValues, fetching: Fetching): CollectionSource {
  const reader = formReader(form);
  const use = reader.choice('use', USES);
  if (use === null) reader.fault('use', '请选择采集、不采集或停用');
  const missing = use === 'retired' ? { required: '请写明停用的原因' } : {};
  const retired = reader.text('retired', { most: LONGEST_REASON, ...missing });
  const source = {
    platform: fetching.platform,
    enabled: use === 'on',
    base: fetching.way === 'public' ? reader.text('base', { most: LONGEST_BASE }) : null,
    requestsPerMinute: reader.whole('requestsPerMinute', 1, MOST_PER_MINUTE),
    lists: listsIn(reader, fetching, use),
    retired: use === 'retired' ? retired : null,
  };
  refuseFaults(reader.errors);
  return source;
}
