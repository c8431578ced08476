import { NumberInput, Stack, Switch, TagsInput } from '@mantine/core';
import { LIMITS, LISTS, type FeatureErrors } from './feature-errors';
import type { Features } from './use-config';

interface Props {
  readonly features: Features;
  readonly errors: FeatureErrors;
  readonly onChange: (changes: Partial<Features>) => void;
}

const SWITCHES = [
  { name: 'log_generation', label: 'Generate logs', about: 'Attendees may generate and send events.' },
  { name: 'destinations', label: 'Destinations', about: 'Attendees may create, change and delete destinations.' },
] as const;

/** What attendees may do; the same fields globally and for one session. */
export const FeatureFields = ({ features, errors, onChange }: Props) => (
  <Stack>
    {SWITCHES.map(({ name, label, about }) => (
      <Switch
        key={name}
        label={label}
        description={about}
        checked={features[name]}
        onChange={(event) => onChange({ [name]: event.currentTarget.checked })}
      />
    ))}
    {LISTS.map(({ name, label, about }) => (
      <TagsInput
        key={name}
        label={label}
        description={about}
        value={features[name]}
        onChange={(value) => onChange({ [name]: value })}
        error={errors[name]}
        data={['all']}
        splitChars={[',', ' ']}
        acceptValueOnBlur
      />
    ))}
    {LIMITS.map(({ name, label, about }) => (
      <NumberInput
        key={name}
        label={label}
        description={about}
        value={features[name] ?? ''}
        onChange={(value) => onChange({ [name]: typeof value === 'number' ? value : null })}
        error={errors[name]}
        hideControls
      />
    ))}
  </Stack>
);
