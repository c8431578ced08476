import type { Choice, Product, Replay, Scenario } from './types';

export interface SourceGroup {
  readonly name: string;
  readonly choices: readonly Choice[];
}

export const ALL = 'All';
const SCENARIOS = 'Scenarios';
const UPLOADS = 'Uploads';

/** Scenarios, the attendee's uploads, then products by category; each by name. */
export function groupsOf(
  scenarios: readonly Scenario[],
  replays: readonly Replay[],
  products: readonly Product[],
): SourceGroup[] {
  const groups = new Map<string, Choice[]>();
  const add = (name: string, choice: Choice): void => {
    groups.set(name, [...(groups.get(name) ?? []), choice]);
  };
  for (const item of scenarios) add(SCENARIOS, { kind: 'scenario', item });
  for (const item of replays) add(UPLOADS, { kind: 'upload', item });
  for (const item of products.toSorted(byCategory)) add(item.category, { kind: 'product', item });
  return [...groups].map(([name, choices]) => ({ name, choices: choices.toSorted(byName) }));
}

/** What is left of them by group and by words, all of which have to be in what is told of a choice. */
export function shownGroups(
  groups: readonly SourceGroup[],
  { words, group }: { readonly words: string; readonly group: string },
): SourceGroup[] {
  const wanted = words.toLowerCase().split(/\s+/);
  const matches = (choice: Choice): boolean => {
    const told = textOf(choice).toLowerCase();
    return wanted.every((word) => told.includes(word));
  };
  return groups
    .filter(({ name }) => group === ALL || group === name)
    .map(({ name, choices }) => ({ name, choices: choices.filter(matches) }))
    .filter(({ choices }) => choices.length > 0);
}

const textOf = ({ kind, item }: Choice): string => {
  const common = [item.name, item.description];
  if (kind === 'upload') return common.join(' ');
  if (kind === 'product') return [...common, item.vendor.name, item.category, item.format].join(' ');
  return [...common, ...item.products.map(({ name }) => name), ...item.phases.flatMap(phaseWords)].join(' ');
};

const phaseWords = ({ name, mitre }: Scenario['phases'][number]): string[] => [name, ...mitre];

const byCategory = (one: Product, other: Product): number => one.category.localeCompare(other.category, 'en');
const byName = (one: Choice, other: Choice): number => one.item.name.localeCompare(other.item.name, 'en');
