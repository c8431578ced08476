import { registerDecorator, type ValidationArguments } from 'class-validator';

/** A list of names, none of which the same request changes; `changed` tells which it does. */
export const IsNotChangedToo =
  <T extends object>(changed: (body: T) => object) =>
  (target: T, property: string): void => {
    const both = (names: unknown, { object }: ValidationArguments): string[] =>
      Object.entries(changed(object as T)).flatMap(([name, value]) =>
        value !== undefined && Array.isArray(names) && names.includes(name) ? [name] : [],
      );
    registerDecorator({
      name: 'isNotChangedToo',
      target: target.constructor,
      propertyName: property,
      validator: {
        validate: (names: unknown, args) => both(names, args!).length === 0,
        defaultMessage: (args) =>
          `${property} must not name what is changed at the same time: ${both(args!.value, args!).join(', ')}`,
      },
    });
  };
