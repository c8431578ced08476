import type { Choice, Product, Replay, Scenario } from './types';

/** What is chosen, in full. */
export const ChosenSource = ({ choice }: { readonly choice: Choice }) => (
  <div class="in-full" aria-live="polite">
    <p class="name">{choice.item.name}</p>
    <p class="about">{choice.item.description}</p>
    {choice.kind === 'product' && <ProductFacts item={choice.item} />}
    {choice.kind === 'scenario' && <ScenarioFacts item={choice.item} />}
    {choice.kind === 'upload' && <ReplayFacts item={choice.item} />}
  </div>
);

const ProductFacts = ({ item }: { readonly item: Product }) => (
  <p class="tags">
    <span class="tag format">{item.format}</span>
    {item.events.map(({ id, name }) => (
      <span key={id} class="tag">
        {name}
      </span>
    ))}
  </p>
);

const ReplayFacts = ({ item }: { readonly item: Replay }) => (
  <>
    {item.lasts_s === null && <p class="note">No time is known of its events, so they are sent as they are.</p>}
    <p class="about">
      <a href={`#/uploads?upload=${item.id}`}>Look at it</a>
    </p>
  </>
);

const ScenarioFacts = ({ item }: { readonly item: Scenario }) => (
  <>
    <ol class="phases">
      {item.phases.map((phase) => (
        <li key={phase.id} class="phase" title={phase.description}>
          <span>{phase.name}</span>
          <span class="mono">{phase.mitre.join(' ')}</span>
        </li>
      ))}
    </ol>
    <p class="about">With {item.products.map(({ name }) => name).join(', ')}.</p>
    {item.left_out.length > 0 && (
      <p class="note">
        {item.left_out.length} of {item.products.length} products are not open to this session; their events are left
        out.
      </p>
    )}
  </>
);
