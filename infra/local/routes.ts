import type { Route } from '#infra/topology-shape.ts';

export interface RouteMatch<T> {
  readonly target: T;
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/** 0 a literal segment, 1 `{name}`, 2 `{proxy+}`: the smaller, the more specific. */
function looseness(segment: string): number {
  if (!segment.startsWith('{')) return 0;
  return segment.endsWith('+}') ? 2 : 1;
}

function matchPath(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const parameters: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const kind = looseness(segment);
    const value = kind === 2 ? given.slice(index).join('/') : (given[index] ?? '');
    if (kind === 0 ? segment !== given[index] : value === '') return undefined;
    if (kind > 0) parameters[segment.replace(/[{}+]/g, '')] = value;
    if (kind === 2) return parameters;
  }
  return given.length === wanted.length ? parameters : undefined;
}

/**
 * Chooses as an HTTP API does: the most specific path of the method. A HEAD request is answered by the GET route of
 * the path, where an HTTP API without a HEAD route says 404.
 */
export function createRouter<T extends { readonly route: Route }>(targets: readonly T[]) {
  const rank = ({ route }: T) => route.path.split('/').map(looseness).join('');
  const sorted = targets.toSorted((left, right) => (rank(left) < rank(right) ? -1 : 1));
  return function find(method: string, path: string): RouteMatch<T> | undefined {
    const wanted = method === 'HEAD' ? 'GET' : method;
    for (const target of sorted) {
      const pathParameters = target.route.method === wanted ? matchPath(target.route.path, path) : undefined;
      if (pathParameters) return { target, route: target.route, pathParameters };
    }
    return undefined;
  };
}
