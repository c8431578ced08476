import { useState } from 'preact/hooks';
import type { ScenarioDraft } from './scenario-draft';
import { faultWithin, type Faults } from './scenario-faults';
import { TextField } from './text-field';
import { ValueRows } from './value-rows';

interface Props {
  readonly title: string;
  readonly draft: ScenarioDraft;
  readonly faults: Faults;
  /** Whether unsaved changes of an earlier visit are shown. */
  readonly isRestored: boolean;
  readonly onDiscard: () => void;
  readonly onChange: (change: Partial<ScenarioDraft>) => void;
}

/** What a scenario is as a whole: its name, its story, and the variables of all its steps. */
export function ScenarioAbout({ title, draft, faults, isRestored, onDiscard, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const { name, description, vars } = draft;
  const isShown = isOpen || faultWithin(faults, 'vars') !== undefined;
  return (
    <section class="panel scenario-about" aria-labelledby="about">
      <div class="panel-head">
        <h2 id="about">{title}</h2>
        <span class="spacer" />
        <a href="#/scenarios">All scenarios</a>
      </div>
      {isRestored && (
        <p class="note scenario-restored" role="status">
          <span>These are your unsaved changes from before.</span>
          <button type="button" class="small" onClick={onDiscard}>
            Discard them
          </button>
        </p>
      )}
      <TextField
        id="name"
        label="Name"
        error={faults['name']}
        value={name}
        onChange={(next) => onChange({ name: next })}
      />
      <TextField
        id="description"
        label="Description"
        rows={3}
        error={faults['description']}
        placeholder="What happens, and what an analyst learns from it"
        value={description}
        onChange={(next) => onChange({ description: next })}
      />
      <details class="scenario-more" open={isShown} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>Variables{vars.length > 0 && ` (${vars.length})`}</summary>
        <p class="about">
          Every step may use them as <code>{'{{name}}'}</code>; they are drawn once for the whole scenario. A value is a
          text in which <code>{'{{…}}'}</code> is filled in, or JSON.
        </p>
        <ValueRows
          path="vars"
          what="the scenario"
          one="variable"
          rows={vars}
          names={NONE}
          faults={faults}
          onChange={(next) => onChange({ vars: next })}
        />
      </details>
    </section>
  );
}

const NONE: readonly never[] = [];
