import { STATEMENT_KIND } from '#shared/domain/listing/statement.ts';

/** What pages need to know of a platform; its manifest says it. */
export interface PlatformFacts {
  readonly name: string;
  /** Hosts that links may point to. */
  readonly hosts: readonly string[];
  readonly documentKinds: Readonly<Record<string, { readonly title: string }>>;
}

/** The platforms by id. */
export type Platforms = ReadonlyMap<string, PlatformFacts>;

/** The platform's name; its id where its manifest is gone. */
export function platformName(platforms: Platforms, id: string): string {
  return platforms.get(id)?.name ?? id;
}

/**
 * The address of a lot on its platform, where it may be linked to: https, the usual port, no credentials, and a host
 * the platform's manifest names. `null` otherwise: the text came from outside and may lead anywhere.
 */
export function platformLink(platforms: Platforms, id: string, url: string | null): string | null {
  const address = url === null ? null : URL.parse(url);
  const hosts = platforms.get(id)?.hosts ?? [];
  if (address === null || address.protocol !== 'https:' || address.username !== '' || address.password !== '') {
    return null;
  }
  return hosts.includes(address.host) ? address.href : null;
}

/**
 * The Chinese title of the kind of document an id `platform.kind.…` names: of the platform's manifest, or what the desk
 * states of any platform's lots. Undefined where the manifest has none.
 */
export function documentTitle(platforms: Platforms, documentId: string): string | undefined {
  const [platform = '', kind = ''] = documentId.split('.', 2);
  if (kind === STATEMENT_KIND) return '本系统挂牌记录';
  const kinds = platforms.get(platform)?.documentKinds ?? {};
  return Object.hasOwn(kinds, kind) ? kinds[kind]?.title : undefined;
}
