import { ActionIcon, Menu, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { Icon } from '../shared/icon';

const SCHEMES: Record<MantineColorScheme, string> = { auto: 'As the system', light: 'Light', dark: 'Dark' };
const NAMES = Object.keys(SCHEMES) as MantineColorScheme[];

/** Light or dark; the browser remembers it. */
export const SchemeSwitch = () => {
  // A pause of transitions would be a style element, which the content security policy forbids.
  const { colorScheme, setColorScheme } = useMantineColorScheme({ keepTransitions: true });
  return (
    <Menu position="bottom-end" withinPortal={false}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size="xl" aria-label={`Colours: ${SCHEMES[colorScheme]}`}>
          <Icon name={colorScheme} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup value={colorScheme} onChange={(name) => setColorScheme(name as MantineColorScheme)}>
          {NAMES.map((name) => (
            <Menu.RadioItem key={name} value={name} closeMenuOnClick rightSection={<Icon name={name} />}>
              {SCHEMES[name]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
};
