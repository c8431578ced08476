import { Forbidden } from './forbidden';
import { CONTAINER_NAME, MANAGED_BY } from './names';
import type { Route } from './routes';
import type { ProxySettings } from './settings';

/** @throws Forbidden unless a route takes these parameters, each once, with these values. */
export function checkQuery(route: Route, query: URLSearchParams, settings: ProxySettings): void {
  for (const name of query.keys()) {
    if (!route.query.includes(name)) throw new Forbidden(`the parameter ${name} is never given`);
    if (query.getAll(name).length > 1) throw new Forbidden(`the parameter ${name} is given twice`);
  }
  if (route.query.includes('name') && !CONTAINER_NAME.test(query.get('name') ?? ''))
    throw new Forbidden(`${query.get('name')} is not the name of an instance's container`);
  if (route.query.includes('filters') && !isOfPlatform(query.get('filters'), settings))
    throw new Forbidden('what is listed or watched is not limited to the platform by its labels');
}

/** Filters as lists of values; the engine also knows an older form, which is refused. */
function isOfPlatform(text: string | null, { deployment, sharedNetwork }: ProxySettings): boolean {
  const { label, name } = parsed(text);
  const labels: unknown[] = Array.isArray(label) ? label : [];
  if (labels.includes(`managed_by=${MANAGED_BY}`) && labels.includes(`deployment=${deployment}`)) return true;
  return Array.isArray(name) && name.length === 1 && name[0] === sharedNetwork;
}

function parsed(text: string | null): { readonly label?: unknown; readonly name?: unknown } {
  try {
    const value: unknown = JSON.parse(text ?? '');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
