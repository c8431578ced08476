import type { Duration } from './durations';

/** A variable and its value, as typed. */
export interface ValueRow {
  readonly key: string;
  readonly name: string;
  readonly text: string;
}

export interface StepDraft {
  readonly key: string;
  /** Ids; empty while nothing is chosen. */
  readonly product: string;
  readonly event: string;
  readonly count: string;
  /** Whether its events are part of the attack; `null` leaves it to phase and event. */
  readonly malicious: boolean | null;
  readonly rows: readonly ValueRow[];
}

export interface PhaseDraft {
  readonly key: string;
  /** The one that it came with, while its name is as it was. */
  readonly id: string | null;
  readonly name: string;
  readonly description: string;
  /** MITRE ATT&CK techniques, with spaces or commas between them. */
  readonly techniques: string;
  readonly wait: Duration;
  readonly lasts: Duration;
  readonly steps: readonly StepDraft[];
}

/** A scenario while somebody writes it: all as typed, right or not. */
export interface ScenarioDraft {
  readonly name: string;
  readonly description: string;
  readonly vars: readonly ValueRow[];
  readonly phases: readonly PhaseDraft[];
}

let lastKey = 0;
/** Tells rows apart while they move; also from those of a draft that an earlier visit kept. */
const newKey = (): string => `${Date.now().toString(36)}-${(lastKey += 1)}`;

export const newRow = (name = '', text = ''): ValueRow => ({ key: newKey(), name, text });

export const newStep = (step: Partial<StepDraft> = {}): StepDraft => ({
  product: '',
  event: '',
  count: '1',
  malicious: null,
  rows: [],
  ...step,
  key: newKey(),
});

export const newPhase = (phase: Partial<PhaseDraft> = {}): PhaseDraft => ({
  id: null,
  name: '',
  description: '',
  techniques: '',
  wait: { amount: '0', unit: 'm' },
  lasts: { amount: '5', unit: 'm' },
  steps: [newStep()],
  ...phase,
  key: newKey(),
});

export const newDraft = (): ScenarioDraft => ({ name: '', description: '', vars: [], phases: [newPhase()] });

export const techniquesOf = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/[\s,;]+/)
    .filter((word) => word !== '');
