import type { FacetCount } from '#shared/services/catalogue/catalogue-query.ts';

/** How a capability is met, or why it is not. */
type Way = string | { readonly no: string };

/** What the API shows of a platform's manifest. */
interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly confidence: string;
  readonly capabilities: Readonly<Record<string, Way>>;
  readonly documentKinds: Readonly<Record<string, { readonly title: string; readonly contentType: string }>>;
}

function capabilityJson(way: Way) {
  return typeof way === 'string' ? { way, reason: null } : { way: null, reason: way.no };
}

function platformJson({ id, name, homepage, confidence, capabilities, documentKinds }: Manifest, lots: number) {
  const ways = Object.entries(capabilities).map(([capability, way]) => [capability, capabilityJson(way)]);
  const kinds = Object.entries(documentKinds).map(([kind, { title, contentType }]) => ({ kind, title, contentType }));
  return { id, name, homepage, confidence, capabilities: Object.fromEntries(ways), documentKinds: kinds, lots };
}

/** Every platform with what can be asked of it, and how many of its lots the catalogue has. */
export function platformsJson(manifests: readonly Manifest[], counts: readonly FacetCount[]) {
  const lotsOf = new Map(counts.map(({ value, count }) => [value, count]));
  return { platforms: manifests.map((manifest) => platformJson(manifest, lotsOf.get(manifest.id) ?? 0)) };
}
