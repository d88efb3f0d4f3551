import type { ConnectionField, Publishing } from '#shared/domain/placement/publishing.ts';
import type { PlatformConnection } from '#shared/domain/settings/connection.ts';
import { type FormReader, type FormValues, formReader, refuseFaults } from '../form-text.ts';

const LONGEST = 300;
const MOST_PER_MINUTE = 600;

/** Name in the form of a field the platform's interface asks for. */
export function fieldNameOf({ kind, name }: Pick<ConnectionField, 'kind' | 'name'>): string {
  return `${kind === 'secret' ? 'secrets' : 'options'}.${name}`;
}

function valueIn(reader: FormReader, field: ConnectionField): string | null {
  const name = fieldNameOf(field);
  const { label, required, choices = [] } = field;
  const text = reader.text(name, { most: LONGEST, ...(required ? { required: `请填写${label}` } : {}) });
  if (text === null || field.kind !== 'choice') return text;
  return reader.choice(
    name,
    choices.map(({ value }) => value),
  );
}

function valuesIn(reader: FormReader, fields: readonly ConnectionField[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = valueIn(reader, field);
      return value === null ? [] : [[field.name, value]];
    }),
  );
}

/**
 * A connection as its form says it.
 * @throws AppError `FORM.INVALID` with a pointer for each fault
 */
export function readConnectionForm(form: FormValues, { platform, fields }: Publishing): PlatformConnection {
  const reader = formReader(form);
  const enabled = reader.choice('enabled', ['true', 'false']);
  if (enabled === null) reader.fault('enabled', '请选择启用还是停用');
  const requestsPerMinute = reader.whole('requestsPerMinute', 1, MOST_PER_MINUTE);
  if (requestsPerMinute === null) reader.fault('requestsPerMinute', '请填写每分钟请求次数');
  const connection = {
    platform,
    enabled: enabled === 'true',
    base: reader.text('base', { most: LONGEST, required: '请填写接口地址' }) ?? '',
    options: valuesIn(
      reader,
      fields.filter(({ kind }) => kind !== 'secret'),
    ),
    secrets: valuesIn(
      reader,
      fields.filter(({ kind }) => kind === 'secret'),
    ),
    requestsPerMinute: requestsPerMinute ?? 1,
  };
  refuseFaults(reader.errors);
  return connection;
}
