const ID_MAX = 64;

interface Named {
  /** The one that it came with, while its name is as it was. */
  readonly id: string | null;
  readonly name: string;
}

/** An id for each phase that no other has: the first with an id of its own keeps it, else one is made from the name. */
export function phaseIds(phases: readonly Named[]): string[] {
  const own = phases.map(({ id }, index) => (phases.findIndex((other) => other.id === id) === index ? id : null));
  const taken = new Set(own);
  return phases.map(({ name }, index) => {
    const id = own[index] ?? firstFree(slugOf(name), taken);
    taken.add(id);
    return id;
  });
}

function slugOf(name: string): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  return plain.match(/[a-z0-9]+/g)?.join('_') ?? 'phase';
}

function firstFree(base: string, taken: ReadonlySet<string | null>): string {
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `_${number}`;
    const id = base.slice(0, ID_MAX - ending.length) + ending;
    if (!taken.has(id)) return id;
  }
}
