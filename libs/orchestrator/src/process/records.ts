import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { volumeName } from '../names';
import { settled } from '../settled';
import { SERVICES } from '../types';
import { recordPath, recordsPath } from './paths';

const PORT = z.int().min(1).max(65_535);

const LABELS = z.object({
  deployment: z.string(),
  instanceId: z.string(),
  /** Changes when the instance is claimed. */
  sessionId: z.string(),
  /** The session id at its last launch, after which its processes and logs are named. */
  bornAs: z.string().optional(),
  /** The name of its volume, which a later launch under another session id keeps. */
  volume: z.string().optional(),
  warm: z.boolean().default(false),
  userId: z.string(),
  tokenHash: z.string(),
  expiresAt: z.coerce.date(),
  createdAt: z.coerce.date(),
  ports: z.object({ frontend: PORT, backend: PORT }),
  apiKey: z.string(),
  /** The services that are to run; none before they are started and from when they are to end. */
  services: z.array(z.enum(SERVICES)),
  /** Changes with each launch and resume: a manager restarts only what was not started anew by another one. */
  run: z.string(),
});

/** A record of a version without a pool names all after the one session id. */
const RECORD = LABELS.transform((labels) => ({
  ...labels,
  bornAs: labels.bornAs ?? labels.sessionId,
  volume: labels.volume ?? volumeName(labels.sessionId),
}));

/** What labels are to containers: all that must be known of an instance when the manager has died. */
export type InstanceRecord = Readonly<z.infer<typeof RECORD>>;

/** Replaces a record in one step; only the owner may read it, for it holds the API key. */
export async function writeRecord(home: string, record: InstanceRecord): Promise<void> {
  const path = recordPath(home, record.instanceId);
  const draft = `${path}.${randomUUID()}.tmp`;
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await writeFile(draft, JSON.stringify(record), { mode: 0o600 });
  await rename(draft, path);
}

/** The record, or `undefined` where there is none of this deployment. */
export async function readRecord(
  home: string,
  deployment: string,
  instanceId: string,
): Promise<InstanceRecord | undefined> {
  const record = await readAnyRecord(home, instanceId);
  return record?.deployment === deployment ? record : undefined;
}

/** Whether the instance is on record as another deployment's. */
export async function isForeign(home: string, deployment: string, instanceId: string): Promise<boolean> {
  const record = await readAnyRecord(home, instanceId);
  return record !== undefined && record.deployment !== deployment;
}

export async function listRecords(home: string, deployment: string): Promise<InstanceRecord[]> {
  const files = await readdir(recordsPath(home)).catch(none<string[]>([]));
  const ids = files.filter((file) => file.endsWith('.json')).map((file) => file.slice(0, -'.json'.length));
  const records = await settled(ids.map((id) => readRecord(home, deployment, id)));
  return records.filter((record) => record !== undefined);
}

/** Takes note that no service of the instance is to run, so that no manager restarts what now ends. */
export async function retireRecord(home: string, record: InstanceRecord): Promise<void> {
  if (record.services.length > 0) await writeRecord(home, { ...record, services: [] });
}

export const removeRecord = (home: string, instanceId: string): Promise<void> =>
  rm(recordPath(home, instanceId), { force: true });

/**
 * Stands in for a file or folder that is not there. Any other failure (too many open files, a bad disk) goes on: taken for "no
 * record", it would make running sessions seem lost.
 */
export const none =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead;
    throw error;
  };

async function readAnyRecord(home: string, instanceId: string): Promise<InstanceRecord | undefined> {
  const text = await readFile(recordPath(home, instanceId), 'utf8').catch(none(undefined));
  return text === undefined ? undefined : parse(text);
}

function parse(text: string): InstanceRecord | undefined {
  try {
    return RECORD.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
