import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import type { AdminRequest } from '../auth/admin.guard';
import { inParallel } from '../composition/in-parallel';
import { CONFIG } from '../composition/tokens';
import { EngineAwayError } from '../http/engine-problem';
import { publicOrigin } from '../http/origin';
import { InstanceStates } from '../instances/instance-states';
import { ReservationsRepository } from '../reservations/reservations.repository';
import type { Session } from '../sessions/session';
import { SessionsService } from '../sessions/sessions.service';
import { SettingsService } from '../sessions/settings.service';
import { LineWatch } from '../waiting/line-watch';
import {
  RosterEntryDto,
  type BadRowDto,
  type CreateRosterDto,
  type RosterCheckDto,
  type RosterMode,
  type RosterResultDto,
  type RosterRowDto,
  type RosterTextDto,
} from './roster.dto';
import { BadRosterError } from './roster.errors';
import { RosterPlaces, type Wanted } from './roster-places';
import { RosterRepetitions } from './roster-repetitions';
import { readRoster, withinUserCap, type Roster } from './roster-text';

const PARALLEL = 16;
const HOUR_MS = 3_600_000;
const HOLD_HOURS = 24;

/** What became of a row. */
interface RowResult {
  readonly entries: readonly RosterEntryDto[];
  /** What is to be begun. */
  readonly admitted: readonly Session[];
  readonly refusal?: BadRowDto;
}

/** Creates or reserves sessions for many people at once. */
@Injectable()
export class RosterService {
  private readonly logger = new Logger('Roster');

  constructor(
    private readonly sessions: SessionsService,
    private readonly reservations: ReservationsRepository,
    private readonly settings: SettingsService,
    private readonly line: LineWatch,
    private readonly places: RosterPlaces,
    private readonly repetitions: RosterRepetitions,
    private readonly states: InstanceStates,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async check({ csv }: RosterTextDto): Promise<RosterCheckDto> {
    const [{ rows, badRows }, { available }] = await Promise.all([this.read(csv, await this.held()), this.line.now()]);
    const sessions = rows.reduce((sum, { count }) => sum + count, 0);
    return { rows: [...rows], bad_rows: [...badRows], sessions, available };
  }

  /**
   * Gives each row its sessions or places, as far as there is room; instances start in the background. A repetition with the same key finds
   * what the first one made and goes on where it stopped.
   * @throws BadRosterError, EngineAwayError, IdempotencyMismatchError
   */
  async create(
    wanted: CreateRosterDto,
    idempotencyKey: string | undefined,
    request: AdminRequest,
  ): Promise<RosterResultDto> {
    const isAgain = idempotencyKey !== undefined && (await this.repetitions.isKnown(idempotencyKey, wanted));
    // What the first one made is held by its users now.
    const { rows, badRows } = await this.read(wanted.csv, isAgain ? new Map() : await this.held());
    if (badRows.length > 0 && wanted.skip_bad_rows !== true) throw new BadRosterError(badRows);
    if (wanted.mode === 'create' && !this.states.isConnected) throw new EngineAwayError();
    if (idempotencyKey !== undefined) await this.repetitions.remember(idempotencyKey, wanted);
    const keptUntil = new Date(Date.now() + Math.round((wanted.hold_hours ?? HOLD_HOURS) * HOUR_MS));
    const admitted: Session[] = [];
    const entries: RosterEntryDto[] = [];
    const refused = [...badRows];
    try {
      // One after the other: where there is not room for all, the first ones get it.
      for (const row of rows) {
        const result = await this.placeRow(wantedOf(row, wanted, keptUntil, idempotencyKey), row, wanted.mode, request);
        admitted.push(...result.admitted);
        entries.push(...result.entries);
        if (result.refusal !== undefined) refused.push(result.refusal);
      }
    } finally {
      void this.beginAll(admitted);
    }
    return { mode: wanted.mode, entries, refused: refused.toSorted((a, b) => a.line - b.line) };
  }

  private async placeRow(
    all: readonly Wanted[],
    { line, user_id }: RosterRowDto,
    mode: RosterMode,
    request: AdminRequest,
  ): Promise<RowResult> {
    const entries: RosterEntryDto[] = [];
    const admitted: Session[] = [];
    for (const wanted of all) {
      const placed = await this.places.place(mode, wanted, request);
      if (placed.outcome === 'refused') {
        const made = entries.length === 0 ? '' : `${entries.length} of ${all.length} made: `;
        return { entries, admitted, refusal: { line, field: null, message: `${made}${placed.words}` } };
      }
      if (placed.admitted !== undefined) admitted.push(placed.admitted);
      entries.push(RosterEntryDto.from(placed, { line, user_id, origin: publicOrigin(this.config, request) }));
    }
    return { entries, admitted };
  }

  /** If this manager dies before it is through, the reconciler begins the rest. */
  private async beginAll(sessions: readonly Session[]): Promise<void> {
    await inParallel(sessions, PARALLEL, async (session) => {
      const { sessionId } = session;
      await this.sessions.begin(session).catch((error: unknown) => {
        this.logger.warn(`Failed to begin ${sessionId}`, { sessionId, error: String(error) });
      });
    });
  }

  private async read(csv: string, held: ReadonlyMap<string, number>): Promise<Roster> {
    const { max_sessions_per_user: cap } = await this.settings.current();
    return withinUserCap(readRoster(csv), held, cap);
  }

  /** How many sessions and kept places each user has. */
  private async held(): Promise<Map<string, number>> {
    const [sessions, reservations] = await Promise.all([this.sessions.list(), this.reservations.list(new Date())]);
    const held = new Map<string, number>();
    for (const { userId } of [...sessions, ...reservations]) held.set(userId, (held.get(userId) ?? 0) + 1);
    return held;
  }
}

/** What a row asks for, one by one; each has a key of its own. */
const wantedOf = (
  { line, user_id: userId, metadata, count, ...row }: RosterRowDto,
  roster: CreateRosterDto,
  keptUntil: Date,
  key: string | undefined,
): Wanted[] => {
  const hours = row.hours ?? roster.hours;
  return Array.from({ length: count }, (_, n) => ({
    userId,
    metadata,
    keptUntil,
    ...(hours !== undefined && { hours }),
    ...(key !== undefined && { idempotencyKey: `${key}/${line}/${n}` }),
  }));
};
