import { registerDecorator } from 'class-validator';

const ALL = 'all';

/** A list in which `all` is the only name where it is there: with it the others would say nothing. */
export const AllStandsAlone = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'allStandsAlone',
    target: target.constructor,
    propertyName: String(property),
    options: { message: '$property must hold all alone, or ids without all' },
    validator: {
      validate: (names: unknown) => !Array.isArray(names) || !names.includes(ALL) || names.length === 1,
    },
  });
