import { isPlanTime } from '@app/config';
import { registerDecorator } from 'class-validator';

/** A time at which a step of a ramp plan may come. */
export const IsPlanTime = (): PropertyDecorator => (target, property) =>
  registerDecorator({
    name: 'isPlanTime',
    target: target.constructor,
    propertyName: String(property),
    options: { message: '$property must be a time such as 08:45, or a moment such as 2026-05-04T08:45:00Z' },
    validator: { validate: (value: unknown) => typeof value === 'string' && isPlanTime(value) },
  });
