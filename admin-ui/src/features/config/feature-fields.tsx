import { Stack, Switch } from '@mantine/core';
import type { ReactNode } from 'react';
import { NumberField } from '../../shared/number-field';
import { WordsField } from '../../shared/words-field';
import { LIMITS, LISTS, SWITCHES, type FeatureErrors } from './feature-errors';
import type { Features } from './use-config';

interface Props {
  readonly features: Features;
  readonly errors: FeatureErrors;
  /** What is to be said below a field. */
  readonly notes?: Partial<Record<keyof Features, ReactNode>>;
  readonly onChange: (changes: Partial<Features>) => void;
}

/** What attendees may do; the same fields globally and for one session. */
export const FeatureFields = ({ features, errors, notes = {}, onChange }: Props) => (
  <Stack gap="lg">
    {SWITCHES.map(({ name, label, about }) => (
      <div key={name}>
        <Switch
          label={label}
          description={about}
          checked={features[name]}
          onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
          error={errors[name]}
        />
        {notes[name]}
      </div>
    ))}
    {LISTS.map(({ name, label, about }) => (
      <div key={name}>
        <WordsField
          label={label}
          description={about}
          value={features[name]}
          onChange={(value) => onChange({ [name]: value })}
          error={errors[name]}
          words={['all']}
        />
        {notes[name]}
      </div>
    ))}
    {LIMITS.map(({ name, label, about, least, most }) => (
      <div key={name}>
        <NumberField
          label={label}
          description={`${about} From ${least} to ${most.toLocaleString('en-GB')}.`}
          value={features[name] ?? ''}
          onChange={(value) => onChange({ [name]: value === '' ? null : value })}
          error={errors[name]}
          placeholder="no limit"
        />
        {notes[name]}
      </div>
    ))}
  </Stack>
);
