import { ValidateIf } from 'class-validator';

/** A field that may be left out. Unlike class-validator's own `IsOptional` it does not let `null` through. */
export const IsOmittable = (): PropertyDecorator => ValidateIf((_object, value) => value !== undefined);
