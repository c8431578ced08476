import { Button } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { orderWords } from './check-words';
import { HoursFields, hoursError, type Hours } from './hours-fields';
import { ModeChoice } from './mode-choice';
import { MOST_CHARACTERS } from './read-roster-file';
import { orderOf } from './order';
import { RosterEditor } from './roster-editor';
import { RosterPreview } from './roster-preview';
import { useDebounced } from '../../shared/use-debounced';
import { useRosterCheck, type RosterMode, type RosterOrder } from './use-roster';

const SETTLE_MS = 350;

interface Props {
  readonly csv: string;
  readonly onCsv: (csv: string) => void;
  readonly pending: boolean;
  readonly onSubmit: (order: RosterOrder) => Promise<boolean>;
}

/** Sessions for a whole list of people. */
export const RosterForm = ({ csv, onCsv, pending, onSubmit }: Props) => {
  const [mode, setMode] = useState<RosterMode>('reserve');
  const [hours, setHours] = useState<Hours>({ hours: '', hold: '' });
  const [skip, setSkip] = useState(false);
  const settled = useDebounced(csv, SETTLE_MS);
  const checkable = settled.length <= MOST_CHARACTERS ? settled : '';
  const check = useRosterCheck(checkable);
  const empty = csv.trim() === '';
  const answer = empty ? undefined : check.data;
  const behind = !empty && (settled !== csv || check.isFetching);
  const bad = answer?.bad_rows.length ?? 0;
  const ready =
    answer !== undefined &&
    !behind &&
    answer.sessions > 0 &&
    (bad === 0 || skip) &&
    hoursError(hours.hours) === undefined &&
    hoursError(hours.hold) === undefined;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) void onSubmit(orderOf({ csv, mode, ...hours, skip }));
  };
  return (
    <form onSubmit={submit} noValidate aria-label="From a roster" className="halves">
      <div className="form">
        <RosterEditor csv={csv} onChange={onCsv} />
        <ModeChoice mode={mode} onChange={setMode} />
        <HoursFields
          mode={mode}
          value={hours}
          onChange={setHours}
          about="How long sessions last where the row does not say."
        />
        <div className="tick">
          <input
            id="skip-bad-rows"
            type="checkbox"
            aria-describedby="skip-bad-rows-about"
            checked={skip}
            onChange={(event) => setSkip(event.currentTarget.checked)}
          />
          <label htmlFor="skip-bad-rows">Skip bad rows</label>
          <p id="skip-bad-rows-about" className="dim">
            Takes the good rows although others are bad. Otherwise one bad row holds all back.
          </p>
        </div>
        <div>
          <Button type="submit" loading={pending} disabled={!ready}>
            {answer && answer.sessions > 0 ? orderWords(mode, answer.sessions) : 'Create from the roster'}
          </Button>
          {bad > 0 && !skip && <p className="dim small">Correct the bad rows, or skip them.</p>}
        </div>
      </div>
      <section aria-label="How the roster is understood" className="preview">
        <RosterPreview check={answer} error={empty ? null : check.error} behind={behind} />
      </section>
    </form>
  );
};
