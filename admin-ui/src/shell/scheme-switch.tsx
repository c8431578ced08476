import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Icon } from '../shared/icon';

const SCHEMES: Record<MantineColorScheme, string> = { auto: 'As the system', light: 'Light', dark: 'Dark' };
const NAMES = Object.keys(SCHEMES) as MantineColorScheme[];

/** Light or dark; the browser remembers it. */
export const SchemeSwitch = () => {
  // A pause of transitions would be a style element, which the content security policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <span className="scheme">
      <Icon name={colorScheme} />
      <select
        aria-label="Colours"
        title={`Colours: ${SCHEMES[colorScheme]}`}
        value={colorScheme}
        onChange={({ currentTarget: { value } }) => setColorScheme(NAMES.find((name) => name === value) ?? 'auto')}
      >
        {NAMES.map((name) => (
          <option key={name} value={name}>
            {SCHEMES[name]}
          </option>
        ))}
      </select>
    </span>
  );
};
