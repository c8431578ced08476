const ID_MAX = 64;

/** `custom-…` after the name, with a number where that is taken; what the name has besides letters and digits is left out. */
export function customId(name: string, isTaken: (id: string) => boolean): string {
  const plain = name.normalize('NFKD').toLowerCase().replaceAll(/\p{M}/gu, '');
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '');
  const base = `custom-${words.join('-') || 'scenario'}`;
  for (let number = 1; ; number += 1) {
    const ending = number === 1 ? '' : `-${number}`;
    const id = base.slice(0, ID_MAX - ending.length).replace(/-+$/, '') + ending;
    if (!isTaken(id)) return id;
  }
}
