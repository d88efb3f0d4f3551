import type { Delivery } from '#infra/cli/host-client.ts';
import { addMs, type Instant } from '#shared/domain/time.ts';
import { type DemoPlatform, PLATFORM_IDS } from './platforms.ts';

/** A document of the demo, ready for the door. */
export type DemoDocument = Delivery;

/** Every source says what the documents are: synthetic, and why. */
const LABEL = '合成演示数据';
/** Documents reach us some seconds after they were made. */
const ON_THE_WAY_MS = 12_000;

/** A document as text, observed when it was made. */
export function textDocument(
  platform: DemoPlatform,
  kind: string,
  at: Instant,
  name: string,
  text: string,
  subject?: string,
): DemoDocument {
  const about = subject === undefined ? {} : { subject };
  return {
    platform: PLATFORM_IDS[platform],
    kind,
    bytes: new TextEncoder().encode(text),
    observedAt: addMs(at, ON_THE_WAY_MS),
    source: `${LABEL} ${name}`,
    ...about,
  };
}

export function jsonDocument(
  platform: DemoPlatform,
  kind: string,
  at: Instant,
  name: string,
  content: object,
): DemoDocument {
  return textDocument(platform, kind, at, name, JSON.stringify(content));
}

/** A table as CSV, every field quoted. */
export function csvText(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((fields) => fields.map((field) => `"${field.replaceAll('"', '""')}"`).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}
