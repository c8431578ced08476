import { useMemo } from 'preact/hooks';
import { formatCount, formatLength } from './format';
import { lengthsOf } from './phase-lengths';
import type { ScenarioDraft } from './scenario-draft';
import { timelineOf } from './scenario-timeline';
import type { Product } from './types';

interface Props {
  readonly draft: ScenarioDraft;
  readonly products: readonly Product[];
}

/** When what happens: phases in proportion, and the events of each product as ticks. */
export function TimelinePanel({ draft, products }: Props) {
  const nameOf = (id: string): string => products.find((product) => product.id === id)?.name ?? id;
  const { lasts_s, events, spans, lanes } = useMemo(() => {
    const attacks = new Set(
      products.flatMap(({ id, events: all }) =>
        all.filter(({ malicious }) => malicious).map((event) => `${id} ${event.id}`),
      ),
    );
    return timelineOf(draft, (product, event) => attacks.has(`${product} ${event}`));
  }, [draft, products]);
  const told = `${formatCount(events)} ${events === 1 ? 'event' : 'events'} over ${formatLength(lasts_s * 1000)}`;
  return (
    <section class="panel" aria-labelledby="timeline">
      <div class="panel-head">
        <h2 id="timeline">Timeline</h2>
        <span class="quiet">{told}</span>
      </div>
      <div
        class="scenario-timeline"
        role="img"
        aria-label={`${told}, of ${lanes.map(({ product }) => nameOf(product)).join(', ')}`}
      >
        <div class="scenario-spans">
          {spans.map(({ key, left, width }, index) => (
            <span key={key} class="scenario-span" style={{ left: `${left}%`, width: `${width}%` }}>
              {width > 5 && index + 1}
            </span>
          ))}
        </div>
        {lanes.map(({ product, ticks }) => (
          <div key={product} class="scenario-lane">
            <span class="scenario-lane-name">{nameOf(product)}</span>
            <span class="scenario-lane-track">
              {ticks.map(({ left, malicious }, index) => (
                <span key={index} class={malicious ? 'attack' : ''} style={{ left: `${left}%` }} />
              ))}
            </span>
          </div>
        ))}
      </div>
      <p class="scenario-legend" aria-hidden="true">
        <span class="attack">Part of the attack</span>
        <span>Usual activity</span>
      </p>
      <ol class="scenario-outline" aria-label="Phases">
        {draft.phases.map((phase, index) => (
          <li key={phase.key}>
            <button type="button" onClick={() => document.getElementById(`phases.${index}-head`)?.focus()}>
              <span class="scenario-number">{index + 1}</span>
              <span class="scenario-outline-name">{phase.name || 'Without a name'}</span>
              <span class="quiet">{lengthsOf(phase)}</span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
