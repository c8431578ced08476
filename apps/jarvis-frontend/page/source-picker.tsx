import { useState } from 'preact/hooks';
import type { Choice, ContentProblem, Product, Scenario } from './types';

interface Props {
  readonly products: readonly Product[];
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly ContentProblem[];
  readonly choice: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
}

const matches = (words: string, ...texts: readonly string[]): boolean => {
  const hay = texts.join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => hay.includes(word));
};

/** Scenarios and products as cards, of which one is chosen. */
export function SourcePicker({ products, scenarios, problems, choice, onChoose }: Props) {
  const leftOut = new Set(problems.map(({ file }) => file)).size;
  const [filter, setFilter] = useState('');
  const shownScenarios = scenarios.filter(({ name, description }) => matches(filter, name, description));
  const shownProducts = products.filter(({ name, vendor, category, format }) =>
    matches(filter, name, vendor.name, category, format),
  );
  return (
    <section class="panel" aria-labelledby="choose">
      <div class="panel-head">
        <h2 id="choose">Choose what to generate</h2>
        <input
          type="search"
          class="filter"
          placeholder="Filter"
          aria-label="Filter products and scenarios"
          value={filter}
          onInput={(event) => setFilter(event.currentTarget.value)}
        />
      </div>
      <div role="radiogroup" aria-labelledby="choose">
        {shownScenarios.length > 0 && <h3>Scenarios</h3>}
        <div class="cards wide">
          {shownScenarios.map((item) => (
            <ScenarioCard
              key={item.id}
              item={item}
              checked={choice?.item.id === item.id}
              onChoose={() => onChoose({ kind: 'scenario', item })}
            />
          ))}
        </div>
        {shownProducts.length > 0 && <h3>Products</h3>}
        <div class="cards">
          {shownProducts.map((item) => (
            <ProductCard
              key={item.id}
              item={item}
              checked={choice?.item.id === item.id}
              onChoose={() => onChoose({ kind: 'product', item })}
            />
          ))}
        </div>
      </div>
      {shownScenarios.length + shownProducts.length === 0 && <p class="empty">Nothing matches “{filter}”.</p>}
      {problems.length > 0 && (
        <details class="problems">
          <summary>{leftOut === 1 ? 'One content file is' : `${leftOut} content files are`} left out</summary>
          <ul>
            {problems.map(({ file, line, column, reason }) => (
              <li key={`${file}:${line}:${reason}`}>
                <code>{line === null ? file : `${file}:${line}:${column}`}</code>: {reason}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

interface CardProps<Item> {
  readonly item: Item;
  readonly checked: boolean;
  readonly onChoose: () => void;
}

function ProductCard({ item, checked, onChoose }: CardProps<Product>) {
  return (
    <label class={`card ${item.allowed ? '' : 'off'}`}>
      <Radio item={item} checked={checked} onChoose={onChoose} />
      <span class="vendor">{item.vendor.name}</span>
      <span class="name">{item.name}</span>
      <span class="tags">
        <span class="tag">{item.category}</span>
        <span class="tag format">{item.format}</span>
      </span>
      <span class="about" id={`about-${item.id}`}>
        {item.allowed ? item.description : item.reason}
      </span>
    </label>
  );
}

function ScenarioCard({ item, checked, onChoose }: CardProps<Scenario>) {
  return (
    <label class={`card scenario ${item.allowed ? '' : 'off'}`}>
      <Radio item={item} checked={checked} onChoose={onChoose} />
      <span class="vendor">
        {item.products.length} products · {item.default_count} events
      </span>
      <span class="name">{item.name}</span>
      <span class="about" id={`about-${item.id}`}>
        {item.allowed ? item.description : item.reason}
      </span>
      <span class="phases">
        {item.phases.map((phase) => (
          <span key={phase.id} class="phase" title={phase.description}>
            <span>{phase.name}</span>
            <span class="mono">{phase.mitre.join(' ')}</span>
          </span>
        ))}
      </span>
      {item.allowed && item.left_out.length > 0 && (
        <span class="note">
          {item.left_out.length} of {item.products.length} products are not open to this session; their events are left
          out.
        </span>
      )}
    </label>
  );
}

function Radio({ item, checked, onChoose }: CardProps<Product | Scenario>) {
  return (
    <input
      type="radio"
      name="source"
      value={item.id}
      aria-label={item.name}
      aria-describedby={`about-${item.id}`}
      disabled={!item.allowed}
      checked={checked && item.allowed}
      onChange={onChoose}
    />
  );
}
