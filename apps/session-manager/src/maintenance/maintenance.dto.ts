import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, Matches } from 'class-validator';
import { warmSessionId } from '@app/orchestrator';
import { IsOmittable } from '../http/is-omittable';
import type { Repair } from '../reconciler/reconcile-plan';
import type { Outlook, Reconciliation } from '../reconciler/reconciler';
import { repairWords } from '../reconciler/repair-words';
import type { EndedVolume } from './retained-volumes';

export const REPAIR_KINDS = ['launch', 'retire', 'lose', 'resume', 'rename', 'adopt', 'remove', 'release'] as const;
export type RepairKind = (typeof REPAIR_KINDS)[number];

export class ReconcileDto {
  /** Only tells what would be done. */
  @ApiPropertyOptional({ type: Boolean, default: false, example: true })
  @IsBoolean()
  @IsOmittable()
  dry_run?: boolean;
}

export class RepairDto {
  @ApiProperty({ enum: REPAIR_KINDS })
  kind: RepairKind;

  @ApiProperty({ example: '1f2e3d4c' })
  instance_id: string;

  /** Null where no session is concerned. */
  @ApiProperty({ type: String, nullable: true, example: 'ada-1f2e3d4c' })
  session_id: string | null;

  /** What it is, in words for organisers. */
  @ApiProperty({ example: 'Start the stopped container again' })
  message: string;

  /** Null in a dry run; else whether it worked. */
  @ApiProperty({ type: Boolean, nullable: true, example: null })
  done: boolean | null;

  static from(repair: Repair, done: boolean | null): RepairDto {
    const named = 'session' in repair ? repair.session : 'instance' in repair ? repair.instance : undefined;
    const instanceId = 'instanceId' in repair ? repair.instanceId : named!.instanceId;
    return {
      kind: repair.kind,
      instance_id: instanceId,
      session_id: named === undefined || named.sessionId === warmSessionId(instanceId) ? null : named.sessionId,
      message: repairWords(repair),
      done,
    };
  }
}

export class ReconciliationDto {
  @ApiProperty({ example: true })
  dry_run: boolean;

  @ApiProperty({ format: 'date-time' })
  at: string;

  /** How long it took, in milliseconds. */
  @ApiProperty({ example: 120 })
  milliseconds: number;

  /** What was looked at. */
  @ApiProperty({ example: 42 })
  instances: number;

  @ApiProperty({ example: 40 })
  sessions: number;

  @ApiProperty({ type: [RepairDto] })
  repairs: RepairDto[];

  /** Of what was done, or of what would be. */
  static from(seen: Outlook | Reconciliation, milliseconds: number): ReconciliationDto {
    const failed = 'failed' in seen ? seen.failed : undefined;
    return {
      dry_run: failed === undefined,
      at: new Date().toISOString(),
      milliseconds: Math.round(milliseconds),
      instances: seen.instances,
      sessions: seen.sessions,
      repairs: seen.repairs.map((repair) => RepairDto.from(repair, failed ? !failed.has(repair) : null)),
    };
  }
}

export class RetainedVolumeDto {
  @ApiProperty({ example: 'jarvis-ada-1f2e3d4c-data' })
  name: string;

  @ApiProperty({ example: '1f2e3d4c' })
  instance_id: string;

  @ApiProperty({ example: 'ada-1f2e3d4c' })
  session_id: string;

  @ApiProperty({ example: 'ada' })
  user_id: string;

  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** When its session ended; null where nobody remembers. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  ended_at: string | null;

  /** When it is removed by itself; null where nobody remembers when its session ended. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  purge_at: string | null;

  /** Null where the engine does not tell. */
  @ApiProperty({ type: Number, nullable: true, example: 1_048_576 })
  size_bytes: number | null;

  static from(volume: EndedVolume): RetainedVolumeDto {
    return {
      name: volume.name,
      instance_id: volume.instanceId,
      session_id: volume.sessionId,
      user_id: volume.userId,
      created_at: volume.createdAt.toISOString(),
      ended_at: volume.endedAt?.toISOString() ?? null,
      purge_at: volume.purgeAt?.toISOString() ?? null,
      size_bytes: volume.sizeBytes ?? null,
    };
  }
}

export class RetainedVolumesDto {
  /** How long volumes of ended sessions are kept. */
  @ApiProperty({ example: 24 })
  retention_hours: number;

  @ApiProperty({ type: [RetainedVolumeDto] })
  volumes: RetainedVolumeDto[];

  static from(volumes: readonly EndedVolume[], hours: number): RetainedVolumesDto {
    return { retention_hours: hours, volumes: volumes.map((volume) => RetainedVolumeDto.from(volume)) };
  }
}

export class PurgeVolumesDto {
  /** Which ones; without it, all that are retained. */
  @ApiPropertyOptional({ type: [String], minItems: 1, maxItems: 10_000, example: ['1f2e3d4c'] })
  @Matches(/^[0-9a-f]{8}$/, { each: true, message: 'each of instance_ids must be 8 hex digits' })
  @ArrayUnique()
  @ArrayMaxSize(10_000)
  @ArrayMinSize(1)
  @IsArray()
  @IsOmittable()
  instance_ids?: string[];
}

export class PurgeFailureDto {
  @ApiProperty({ example: '1f2e3d4c' })
  instance_id: string;

  @ApiProperty({ example: 'No retained volume of this instance' })
  message: string;
}

export class PurgeResultDto {
  /** Names of the volumes that are gone. */
  @ApiProperty({ type: [String], example: ['jarvis-ada-1f2e3d4c-data'] })
  purged: string[];

  @ApiProperty({ type: [PurgeFailureDto] })
  failures: PurgeFailureDto[];
}
