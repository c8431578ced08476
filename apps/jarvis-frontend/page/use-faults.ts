import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ScenarioBody } from './scenario-body';
import type { ScenarioDraft } from './scenario-draft';
import { faultsOf, standing, stillThere, type Faults } from './scenario-faults';

interface Checked {
  readonly body: ScenarioBody;
  readonly own: Faults;
  readonly told: Faults;
}

/** What was wrong in a draft when it was last checked, as far as it still is. The first such field gets the focus. */
export function useFaults(draft: ScenarioDraft, body: ScenarioBody) {
  const [checked, setChecked] = useState<Checked | undefined>();
  const faults = useMemo<Faults>(
    () =>
      checked ? { ...standing(checked.told, checked.body, body), ...stillThere(checked.own, faultsOf(draft)) } : {},
    [checked, body],
  );
  useEffect(() => {
    if (Object.keys(faults).length > 0) focusFirstFault();
  }, [checked]);
  return {
    faults,
    /** The draft as it is has been checked: `own` is what the page found, and `told` what the API said. */
    showFaults: (own: Faults, told: Faults): void => setChecked({ body, own, told }),
  };
}

function focusFirstFault(): void {
  document.querySelector<HTMLElement>('.scenario-editor :is([aria-invalid="true"], [data-fault])')?.focus();
}
