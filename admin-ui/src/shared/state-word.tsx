const WAITING = new Set(['creating', 'created', 'starting', 'restarting', 'stopping', 'degraded', 'unknown']);
const GOOD = new Set(['active', 'running', 'healthy', 'up', 'present']);

/** A state as a word with a mark: colour and shape only repeat what the word says. */
export const StateWord = ({ state, name }: { state: string; name?: string }) => (
  <span>
    <span
      className="dot"
      data-ok={GOOD.has(state) ? 'true' : WAITING.has(state) ? 'wait' : 'false'}
      aria-hidden="true"
    />
    {name ? `${name} ${state}` : state}
  </span>
);
