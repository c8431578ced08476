import type { components } from '@jarvis/client';

type Schemas = components['schemas'];

export type Dashboard = Schemas['DashboardDto'];
export type SessionRow = Schemas['AdminSessionRowDto'];
export type ActiveSessions = Schemas['ActiveSessionsDto'];
export type SessionGone = Schemas['SessionGoneEventDto'];
export type SessionFigures = Schemas['SessionFiguresDto'];
export type Usage = Schemas['UsageEventDto'];
export type Operation = Schemas['OperationDto'];
export type AuditEntry = Schemas['AuditEntryDto'];

/** What each `event:` of the stream brings. */
export interface PlatformEvents {
  dashboard: Dashboard;
  session: SessionRow;
  session_gone: SessionGone;
  usage: Usage;
  operation: Operation;
  audit: AuditEntry;
}
