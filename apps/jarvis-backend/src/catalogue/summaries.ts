import { w3cDirective } from '../events/encode';
import { lengthOf } from '../events/timeline';
import type { FieldError } from '../validation';
import type { EventFile, ProductFile, ScenarioFile, StepFile } from './product.schema';

export interface ProductSummary extends Pick<
  ProductFile,
  'id' | 'name' | 'vendor' | 'category' | 'description' | 'references'
> {
  /** As a person says it: "JSON", "CSV over syslog". */
  readonly format: string;
  /** The line that names the columns of a W3C extended log; `null` for other formats. */
  readonly fields_directive: string | null;
  /** How large a part of the product's events tells of attacks, from 0 to 1. */
  readonly malicious_share: number;
  readonly events: readonly Pick<EventFile, 'id' | 'name' | 'weight' | 'malicious' | 'mitre'>[];
}

export interface ScenarioSummary extends Pick<ScenarioFile, 'id' | 'name' | 'description'> {
  /** Whether it is the attendee's own, and not a file of the organisers. */
  readonly custom: boolean;
  /** Why the attendee's own cannot be played with the content as it is; nothing where all is well. */
  readonly problems: readonly FieldError[];
  /** How many events the scenario has when it is played as written. */
  readonly default_count: number;
  /** How long its timeline is, in seconds. */
  readonly lasts_s: number;
  readonly products: readonly Pick<ProductSummary, 'id' | 'name' | 'vendor'>[];
  readonly phases: readonly {
    id: string;
    name: string;
    description: string;
    mitre: readonly string[];
    /** As the file has them: `90s`, `20m`, `2h`. */
    wait: string;
    lasts: string;
    events: number;
    steps: readonly StepSummary[];
  }[];
}

export interface StepSummary {
  readonly product: Pick<ProductSummary, 'id' | 'name'>;
  readonly event: Pick<EventFile, 'id' | 'name'>;
  readonly count: number;
  readonly malicious: boolean;
}

const FORMATS: Readonly<Record<ProductFile['encoding']['format'], string>> = {
  json: 'JSON',
  csv: 'CSV',
  text: 'Text',
  keyvalue: 'Key=value',
  cef: 'CEF',
  leef: 'LEEF',
  w3c: 'W3C extended',
  xml: 'XML',
};

export const summarizeProduct = (file: ProductFile): ProductSummary => ({
  id: file.id,
  name: file.name,
  vendor: file.vendor,
  category: file.category,
  description: file.description,
  references: file.references,
  format: FORMATS[file.encoding.format] + (file.syslog ? ' over syslog' : ''),
  fields_directive: file.encoding.format === 'w3c' ? w3cDirective(file.fields, file.encoding.separator) : null,
  malicious_share: maliciousShare(file.events),
  events: file.events.map(({ id, name, weight, malicious, mitre }) => ({ id, name, weight, malicious, mitre })),
});

/** Of the weights of all events; to a tenth of a per cent. */
function maliciousShare(events: readonly EventFile[]): number {
  const sum = (some: readonly EventFile[]): number => some.reduce((total, { weight }) => total + weight, 0);
  return Math.round((sum(events.filter(({ malicious }) => malicious)) / sum(events)) * 1000) / 1000;
}

export function summarizeScenario(
  file: ScenarioFile,
  summaryOf: (productId: string) => ProductSummary | undefined,
  own: Pick<ScenarioSummary, 'custom' | 'problems'> = { custom: false, problems: [] },
): ScenarioSummary {
  const phases = file.phases.map((phase) => ({
    id: phase.id,
    name: phase.name,
    description: phase.description,
    mitre: phase.mitre,
    wait: phase.wait,
    lasts: phase.lasts,
    events: phase.steps.reduce((sum, { count }) => sum + count, 0),
    steps: phase.steps.map((step) => summarizeStep(step, phase.mitre.length > 0, summaryOf(step.product))),
  }));
  const used = [...new Set(file.phases.flatMap(({ steps }) => steps.map(({ product }) => product)))];
  return {
    id: file.id,
    name: file.name,
    description: file.description,
    ...own,
    default_count: phases.reduce((sum, { events }) => sum + events, 0),
    lasts_s: lengthOf(file.phases) / 1000,
    products: used
      .map(summaryOf)
      .filter((product) => product !== undefined)
      .map(({ id, name, vendor }) => ({ id, name, vendor })),
    phases,
  };
}

/** What is not there any more keeps its id as a name. */
function summarizeStep(step: StepFile, attack: boolean, product: ProductSummary | undefined): StepSummary {
  const event = product?.events.find(({ id }) => id === step.event);
  return {
    product: { id: step.product, name: product?.name ?? step.product },
    event: { id: step.event, name: event?.name ?? step.event },
    count: step.count,
    malicious: step.malicious ?? (attack || (event?.malicious ?? false)),
  };
}
