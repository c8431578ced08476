import type { AuditEntry } from '../audit/use-audit';
import { changesIn } from './setting-words';

/** Who changed a setting last, as far as the entries tell; they are the newest first. */
export const lastChangeOf = (entries: readonly AuditEntry[], field: string): AuditEntry | undefined =>
  entries.find(({ detail }) => changesIn(detail).some(({ name }) => name === field));
