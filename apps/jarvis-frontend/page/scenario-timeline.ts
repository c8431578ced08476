import { secondsOf } from './durations';
import { techniquesOf, type PhaseDraft, type ScenarioDraft, type StepDraft } from './scenario-draft';

interface Tick {
  /** Per cent of the whole timeline. */
  readonly left: number;
  readonly malicious: boolean;
}

export interface Timeline {
  readonly lasts_s: number;
  readonly events: number;
  /** The phases in per cent of the whole timeline. */
  readonly spans: readonly { readonly key: string; readonly left: number; readonly width: number }[];
  /** The events of each product, in the order in which the products come in. */
  readonly lanes: readonly { readonly product: string; readonly ticks: readonly Tick[] }[];
}

/** More would be one thick line. */
const TICKS_MAX = 60;

/** Where a draft's phases and events are, as far as they are written. */
export function timelineOf({ phases }: ScenarioDraft, isAttack: (product: string, event: string) => boolean): Timeline {
  const lasts_s = phases.reduce((sum, { wait, lasts }) => sum + secondsOf(wait) + secondsOf(lasts), 0);
  const scale = 100 / Math.max(1, lasts_s);
  const lanes = new Map<string, Tick[]>();
  let [end, events] = [0, 0];
  const spans = phases.map((phase) => {
    const [left, width] = [(end + secondsOf(phase.wait)) * scale, secondsOf(phase.lasts) * scale];
    end += secondsOf(phase.wait) + secondsOf(phase.lasts);
    const all = phase.steps.reduce((sum, step) => sum + countOf(step), 0);
    let before = 0;
    for (const step of phase.steps) {
      const count = countOf(step);
      if (step.product !== '') {
        const malicious = isMalicious(phase, step, isAttack);
        const lane = lanes.get(step.product) ?? [];
        lanes.set(step.product, lane);
        for (const turn of turns(count)) lane.push({ left: left + ((before + turn) / all) * width, malicious });
      }
      before += count;
    }
    events += all;
    return { key: phase.key, left, width };
  });
  return { lasts_s, events, spans, lanes: [...lanes].map(([product, ticks]) => ({ product, ticks })) };
}

/** Each in the middle of its part of the phase; fewer, as far apart, where there are many. */
function turns(count: number): number[] {
  const shown = Math.min(count, TICKS_MAX);
  return Array.from({ length: shown }, (_, index) => ((index + 0.5) / shown) * count);
}

function countOf({ count }: StepDraft): number {
  const number = Math.trunc(Number(count));
  return number > 0 ? Math.min(number, 1000) : 0;
}

const isMalicious = (phase: PhaseDraft, step: StepDraft, isAttack: (product: string, event: string) => boolean) =>
  step.malicious ?? (techniquesOf(phase.techniques).length > 0 || isAttack(step.product, step.event));
