import type { FacetCount } from '#shared/services/catalogue/catalogue-query.ts';

interface NotMet {
  readonly no: string;
}

/** How a capability is met, or why it is not. */
type Way = string | NotMet | { readonly api: string; readonly otherwise: string | NotMet };

/** What the API shows of a platform's manifest. */
interface Manifest {
  readonly id: string;
  readonly name: string;
  readonly homepage: string;
  readonly confidence: string;
  readonly capabilities: Readonly<Record<string, Way>>;
  readonly documentKinds: Readonly<Record<string, { readonly title: string; readonly contentType: string }>>;
}

/** `note`: what of an interface was never tried live; `otherwise`: how it is met without a connection. */
function capabilityJson(way: Way) {
  if (typeof way === 'string') return { way, reason: null, note: null, otherwise: null };
  if ('no' in way) return { way: null, reason: way.no, note: null, otherwise: null };
  const { api: note, otherwise } = way;
  if (typeof otherwise === 'string') return { way: 'api', reason: null, note, otherwise };
  return { way: 'api', reason: otherwise.no, note, otherwise: null };
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
