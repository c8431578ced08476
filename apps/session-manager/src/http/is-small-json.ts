import { registerDecorator } from 'class-validator';

/** A value whose JSON takes at most `bytes`. */
export const IsSmallJson =
  (bytes: number): PropertyDecorator =>
  (target, property) =>
    registerDecorator({
      name: 'isSmallJson',
      target: target.constructor,
      propertyName: String(property),
      options: { message: `$property must not take more than ${bytes} bytes as JSON` },
      validator: {
        validate: (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '') <= bytes,
      },
    });
