import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsNumber,
  IsString,
  Length,
  Max,
  Min,
  ValidateIf,
} from 'class-validator';
import { IsDistinct } from '../http/is-distinct';
import { OPERATION_ACTIONS, type Operation, type OperationAction, type OperationFailure } from './operation';

/** One act on many sessions. */
export class StartOperationDto {
  @ApiProperty({ enum: OPERATION_ACTIONS, example: 'extend' })
  @IsIn(OPERATION_ACTIONS)
  action: OperationAction;

  @ApiProperty({ type: [String], minItems: 1, maxItems: 10_000, example: ['user123-a24fd782'] })
  @Length(1, 128, { each: true })
  @IsString({ each: true })
  @IsDistinct()
  @ArrayMaxSize(10_000)
  @ArrayMinSize(1)
  @IsArray()
  session_ids: string[];

  /** For `extend`: hours to add to each expiry. */
  @ApiPropertyOptional({ type: Number, minimum: 0.01, maximum: 720, example: 2 })
  @Max(720)
  @Min(0.01)
  @IsNumber()
  @ValidateIf(({ action, hours }: StartOperationDto) => action === 'extend' || hours !== undefined)
  hours?: number;
}

export class OperationFailureDto {
  @ApiProperty({ example: 'user123-a24fd782' })
  session_id: string;

  /** A word for programs, as in problem documents. */
  @ApiProperty({ example: 'gone' })
  code: string;

  @ApiProperty({ example: 'This session has ended.' })
  message: string;
}

export class OperationDto {
  @ApiProperty({ example: '5f1c0a9be8d24c7e9a31b6d0' })
  operation_id: string;

  @ApiProperty({ enum: OPERATION_ACTIONS })
  action: OperationAction;

  @ApiProperty({ type: Number, nullable: true, example: 2 })
  hours: number | null;

  /** The organiser who began it. */
  @ApiProperty({ example: 'admin' })
  actor: string;

  @ApiProperty({ enum: ['running', 'done'] })
  status: 'running' | 'done';

  @ApiProperty({ format: 'date-time' })
  started_at: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  finished_at: string | null;

  @ApiProperty({ type: 'integer', example: 150 })
  total: number;

  @ApiProperty({ type: 'integer', example: 148 })
  succeeded: number;

  @ApiProperty({ type: 'integer', example: 2 })
  failed: number;

  /** Each session for which it did not work, and why; the list of operations and events name the first hundred. */
  @ApiProperty({ type: [OperationFailureDto] })
  failures: OperationFailureDto[];

  static from(operation: Operation, failures: readonly OperationFailure[]): OperationDto {
    return {
      operation_id: operation.operationId,
      action: operation.action,
      hours: operation.hours ?? null,
      actor: operation.actor,
      status: operation.status,
      started_at: operation.startedAt.toISOString(),
      finished_at: operation.finishedAt?.toISOString() ?? null,
      total: operation.total,
      succeeded: operation.succeeded,
      failed: operation.failed,
      failures: failures.map(({ sessionId, code, message }) => ({ session_id: sessionId, code, message })),
    };
  }
}

export class OperationListDto {
  /** Those of the last day, the newest first. */
  @ApiProperty({ type: [OperationDto] })
  operations: OperationDto[];
}
