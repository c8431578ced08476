import { Injectable, Logger } from '@nestjs/common';
import type { AdminRequest } from '../auth/admin.guard';
import { inParallel } from '../composition/in-parallel';
import { EngineAwayError } from '../http/engine-problem';
import { originOf } from '../http/origin';
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
    const isAgain = idempotencyKey !== undefined && (await this.repetitions.isAgain(idempotencyKey, wanted));
    // What the first one made is held by its users now.
    const { rows, badRows } = await this.read(wanted.csv, isAgain ? new Map() : await this.held());
    if (badRows.length > 0 && wanted.skip_bad_rows !== true) throw new BadRosterError(badRows);
    if (wanted.mode === 'create' && !this.states.isConnected) throw new EngineAwayError();
    const keptUntil = new Date(Date.now() + Math.round((wanted.hold_hours ?? HOLD_HOURS) * HOUR_MS));
    const admitted: Session[] = [];
    const results: RowResult[] = [];
    const place = async (row: RosterRowDto, index: number) => {
      const hours = row.hours ?? wanted.hours;
      const { user_id: userId, metadata } = row;
      const one = { userId, metadata, keptUntil, ...(hours !== undefined && { hours }) };
      const key = (n: number) =>
        idempotencyKey === undefined ? {} : { idempotencyKey: `${idempotencyKey}/${row.line}/${n}` };
      const all = Array.from({ length: row.count }, (_, n): Wanted => ({ ...one, ...key(n) }));
      results[index] = await this.placeRow(row, all, wanted, request, admitted);
    };
    try {
      await inParallel(rows.entries(), PARALLEL, ([index, row]) => place(row, index));
    } finally {
      void this.beginAll(admitted);
    }
    const refused = [...badRows, ...results.flatMap(({ refusal }) => refusal ?? [])];
    return {
      mode: wanted.mode,
      entries: results.flatMap(({ entries }) => entries),
      refused: refused.toSorted((a, b) => a.line - b.line),
    };
  }

  private async placeRow(
    { line, user_id, count }: RosterRowDto,
    all: readonly Wanted[],
    { mode }: CreateRosterDto,
    request: AdminRequest,
    admitted: Session[],
  ): Promise<RowResult> {
    const entries: RosterEntryDto[] = [];
    for (const wanted of all) {
      const placed = await this.places.place(mode, wanted, request);
      if (placed.outcome === 'refused') {
        const made = entries.length === 0 ? '' : `${entries.length} of ${count} made: `;
        return { entries, refusal: { line, field: null, message: `${made}${placed.words}` } };
      }
      if (placed.admitted !== undefined) admitted.push(placed.admitted);
      entries.push(RosterEntryDto.from(placed, { line, user_id, origin: originOf(request) }));
    }
    return { entries };
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
