import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsObject,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { IsOmittable } from '../http/is-omittable';
import { SETTING_NAMES, type Features } from '../sessions/settings';
import { AllStandsAlone } from './all-stands-alone';
import { IsNotChangedToo } from './is-not-changed-too';
import { IsPlanTime } from './is-plan-time';

/** An id of a product, a scenario or a vendor, or `all`. */
const ID = /^[a-z0-9][a-z0-9_.-]{0,63}$/;
const ACCESS_CODE = /^[!-~]{6,64}$/;
const MOST_IDS = 200;
const ID_MESSAGE = { each: true, message: 'each of $property must be an id such as sentinelone, or all' };

const FEATURE_NAMES: readonly (keyof Features)[] = [
  'log_generation',
  'destinations',
  'scenarios',
  'products',
  'max_events',
  'rate_limit',
];
const RESETTABLE = [...SETTING_NAMES, 'features' as const];

/** A list of ids that may be left out. */
const IsIdList = (example: string[]) =>
  applyDecorators(
    ApiPropertyOptional({
      type: 'array',
      items: { type: 'string', pattern: ID.source },
      uniqueItems: true,
      maxItems: MOST_IDS,
      example,
    }),
    AllStandsAlone(),
    Matches(ID, ID_MESSAGE),
    ArrayUnique(),
    ArrayMaxSize(MOST_IDS),
    IsArray(),
    IsOmittable(),
  );

/** Present, but possibly null. */
const IsNullable = () => ValidateIf((_object, value) => value !== null && value !== undefined);

export class LoginDto {
  @ApiProperty({ example: 'admin' })
  @Length(1, 256)
  @IsString()
  username: string;

  @ApiProperty({ example: 'techsummit2025' })
  @Length(1, 1_024)
  @IsString()
  password: string;
}

export class UpdateFeaturesDto {
  /** Whether events can be generated and sent. */
  @ApiPropertyOptional({ example: true })
  @IsBoolean()
  @IsOmittable()
  log_generation?: boolean;

  /** Whether destinations can be created, changed and deleted. */
  @ApiPropertyOptional({ example: true })
  @IsBoolean()
  @IsOmittable()
  destinations?: boolean;

  /** Ids of the scenarios that may be used, `custom` for those that attendees write themselves, or `all`. */
  @IsIdList(['all'])
  scenarios?: string[];

  /** Ids or vendors of the products that may be used, or `all`. */
  @IsIdList(['sentinelone'])
  products?: string[];

  /** Another name of `products`. */
  @IsIdList(['sentinelone'])
  allowed_products?: string[];

  /** Events that a session may send in total; null for no limit. */
  @ApiPropertyOptional({ type: 'integer', nullable: true, example: 1_000, minimum: 0, maximum: 1_000_000_000 })
  @Max(1_000_000_000)
  @Min(0)
  @IsInt()
  @IsNullable()
  max_events?: number | null;

  /** Events per second over all sends of a session; null for no limit. */
  @ApiPropertyOptional({ type: Number, nullable: true, example: 100, minimum: 1, maximum: 1_000_000 })
  @Max(1_000_000)
  @Min(1)
  @IsNumber()
  @IsNullable()
  rate_limit?: number | null;

  static toFeatures({ allowed_products: allowed, ...features }: UpdateFeaturesDto): Partial<Features> {
    const named = { ...features, products: features.products ?? allowed };
    return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  }
}

export class UpdateConfigDto {
  /** Sessions at once. Below what runs now, nothing ends by it: new ones wait until enough have ended. */
  @ApiPropertyOptional({ type: 'integer', example: 150, minimum: 0, maximum: 10_000 })
  @Max(10_000)
  @Min(0)
  @IsInt()
  @IsOmittable()
  max_sessions?: number;

  @ApiPropertyOptional({ type: 'integer', example: 3, minimum: 1, maximum: 1_000 })
  @Max(1_000)
  @Min(1)
  @IsInt()
  @IsOmittable()
  max_sessions_per_user?: number;

  @ApiPropertyOptional({ example: 24, minimum: 0.01, maximum: 720 })
  @Max(720)
  @Min(0.01)
  @IsNumber()
  @IsOmittable()
  session_ttl_hours?: number;

  /** What attendees show to launch an instance: 6 to 64 letters, digits and signs. Null lets anybody launch. Only organisers see it. */
  @ApiPropertyOptional({ type: String, nullable: true, pattern: ACCESS_CODE.source, example: 'K7QM-4XWD' })
  @Matches(ACCESS_CODE, { message: 'event_access_code must have 6 to 64 letters, digits and signs, without spaces' })
  @IsString()
  @IsNullable()
  event_access_code?: string | null;

  @ApiPropertyOptional({ type: UpdateFeaturesDto })
  @Type(() => UpdateFeaturesDto)
  @ValidateNested()
  @IsObject()
  @IsOmittable()
  features?: UpdateFeaturesDto;

  /** What goes back to what holds without organisers. */
  @ApiPropertyOptional({ type: [String], enum: RESETTABLE, example: ['max_sessions'] })
  @IsNotChangedToo((change: UpdateConfigDto) => change)
  @IsIn(RESETTABLE, { each: true })
  @ArrayUnique()
  @IsArray()
  @IsOmittable()
  reset?: (typeof RESETTABLE)[number][];
}

export class UpdateSessionConfigDto {
  @ApiProperty({ type: UpdateFeaturesDto })
  @Type(() => UpdateFeaturesDto)
  @ValidateNested()
  @IsObject()
  @IsDefined()
  features: UpdateFeaturesDto;

  /** What of the session's own goes back to the platform's features. */
  @ApiPropertyOptional({ type: [String], enum: FEATURE_NAMES, example: ['max_events'] })
  @IsNotChangedToo(({ features }: UpdateSessionConfigDto) => UpdateFeaturesDto.toFeatures(features ?? {}))
  @IsIn(FEATURE_NAMES, { each: true })
  @ArrayUnique()
  @IsArray()
  @IsOmittable()
  reset?: (keyof Features)[];
}

export class ExtendSessionDto {
  /** Hours to add to the session's expiry. */
  @ApiProperty({ example: 12, minimum: 0.01, maximum: 720 })
  @Max(720)
  @Min(0.01)
  @IsNumber()
  hours: number;
}

/** From a time on, keep so many warm instances. */
export class RampStepDto {
  /** `HH:MM`, every day by the host's clock, or one moment as ISO 8601 with its zone. */
  @ApiProperty({ example: '08:45' })
  @IsPlanTime()
  @IsString()
  at: string;

  /** How many warm instances are kept from then on. */
  @ApiProperty({ type: 'integer', minimum: 0, maximum: 100_000, example: 150 })
  @Max(100_000)
  @Min(0)
  @IsInt()
  keep: number;
}

export class UpdatePoolDto {
  /** How many warm instances are kept from now on, until a step of the plan says otherwise. */
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: 100_000, example: 20 })
  @Max(100_000)
  @Min(0)
  @IsInt()
  @IsOmittable()
  target?: number;

  /** Replaces the whole plan; an empty list is no plan. */
  @ApiPropertyOptional({ type: [RampStepDto] })
  @Type(() => RampStepDto)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @ArrayMaxSize(100)
  @IsArray()
  @IsOmittable()
  plan?: RampStepDto[];
}
